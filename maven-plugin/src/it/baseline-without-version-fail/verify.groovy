def log = new File(basedir, 'build.log').text
assert log.contains("The parameters 'baselineVersion' for goal")
assert !log.contains('count as applied'): 'nothing was done'
return true
