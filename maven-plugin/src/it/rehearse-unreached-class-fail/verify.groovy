def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 1
assert log.contains('reject migrate-threw: java.lang.IllegalStateException'): 'Euro is not in the code that is loaded'
assert log.contains('DM414 too many items rejected: version 1. 1 rejected, maxRejected 0. ')
assert log.count('BUILD SUCCESS') == 1
assert log.contains('History: version 1, SUCCEEDED')
return true
