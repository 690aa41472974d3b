def log = new File(basedir, 'build.log').text
assert log.contains('DM524 fixture line is not JSON near column 16: src/test/dynamodb/Orders.jsonl line 2. ')
assert !log.contains('private'): 'no item data in messages'
assert new File(basedir, 'target/dynamodb-migrations-rehearsal/dynamodb-local.log').text.contains('InMemory:')
return true
