def log = new File(basedir, 'build.log').text
new File(basedir, 'expected-messages.txt').eachLine { assert log.contains(it) }
assert !new File(basedir, 'target/dynamodb-migrations').exists(): 'nothing is emitted'
return true
