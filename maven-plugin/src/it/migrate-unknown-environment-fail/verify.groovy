def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'samconfig.toml').toString()
assert log.contains("DM510 there is no environment 'prdo', it has prod, test: ${file}. "
    + 'Correct -Ddynamodb-migrations.configEnv, or add [prdo.deploy.parameters] to the file.')
assert !new File(basedir, 'target/dynamodb-migrations-run').exists(): 'nothing was put together'
return true
