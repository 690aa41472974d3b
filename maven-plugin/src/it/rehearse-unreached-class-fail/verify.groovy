def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 1
assert log.count('BUILD SUCCESS') == 1
assert log.contains('History: version 1, SUCCEEDED')
return true
