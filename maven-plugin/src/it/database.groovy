// Starts a database that outlives builds; answers its port. For scripts of projects, which stop it: context['database'].
def port = new ServerSocket(0).withCloseable { it.localPort }
def lib = new File(basedir, '../setup-dynamodb-local/target/lib').canonicalFile
assert lib.directory
def java = new File(System.getProperty('java.home'), 'bin/java')
def database = new ProcessBuilder(java.path, '-Xmx512m', '-cp', new File(lib, '*').path,
    'com.amazonaws.services.dynamodbv2.local.main.ServerRunner',
    '-inMemory', '-sharedDb', '-disableTelemetry', '-port', port.toString())
    .redirectErrorStream(true).redirectOutput(new File(basedir, 'dynamodb-local.log')).start()
context['database'] = database
Runtime.runtime.addShutdownHook(new Thread({ database.destroyForcibly() }))

def answers = {
    try {
        new Socket('127.0.0.1', port).close()
        true
    } catch (ConnectException notYet) {
        false
    }
}
for (tries in 1..600) {
    assert database.alive: new File(basedir, 'dynamodb-local.log').text
    if (answers()) break
    sleep(100)
}
assert answers()
return port
