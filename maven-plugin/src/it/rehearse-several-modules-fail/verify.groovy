def log = new File(basedir, 'build.log').text
assert log.contains('DM503 rehearse would run for several modules that have migrations: one, other. Choose one: ')
assert log.contains('Choose one: mvn process-classes dynamodb-migrations:rehearse -pl one -am.')
return true
