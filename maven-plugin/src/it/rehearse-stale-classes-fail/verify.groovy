def log = new File(basedir, 'build.log').text
assert log.contains('DM530 1 source file(s) changed after the last compilation: '
    + 'src/main/java/com/example/V0001_AddCurrency.java. Run mvn process-classes dynamodb-migrations:rehearse')
return true
