def log = new File(basedir, 'build.log').text

assert new File(basedir, 'target/dynamodb-migrations/template.yaml').exists()
assert log.contains('table Customers holds 2 items of src/test/dynamodb/Customers.jsonl')
assert log.contains('scanned 2  updated 2')
assert log.contains('Asked for the latest version again: nothing started.')
return true
