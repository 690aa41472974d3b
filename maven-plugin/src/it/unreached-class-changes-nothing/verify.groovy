assert new File(basedir, 'target/classes/com/example/Unrelated.class').exists(): 'it was compiled'
assert !new File(basedir, 'target/dynamodb-migrations/code/com/example/Unrelated.class').exists()
assert new File(basedir, 'build.log').text.count('(unchanged)') == 1
return true
