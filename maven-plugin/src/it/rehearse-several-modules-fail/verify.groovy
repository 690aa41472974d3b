def log = new File(basedir, 'build.log').text
assert log.contains('DM503 rehearse would run for several modules that have migrations: one, other. Choose one: ')
assert log.contains(' -pl one')
return true
