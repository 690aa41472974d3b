def log = new File(basedir, 'build.log').text
def rehearsal = new File(basedir, 'target/dynamodb-migrations-rehearsal')

assert log.count("under Amazon's own licence, which asks for an AWS account") == 1
assert log.contains('its port is open on all network interfaces')
assert log.contains('table Orders holds 3 items of src/test/dynamodb/Orders.jsonl')
assert log.contains('table Visits holds 2 items of src/test/dynamodb/Visits.dynamodb.jsonl')
assert log.contains("fixture of no migration's table, not loaded: src/test/dynamodb/Strangers.jsonl")
assert !log.contains('SLF4J'): 'nobody takes the logs of libraries, and nobody needs to hear that'

def succeeded = log.readLines().findAll { it.contains('SUCCEEDED in ') }
assert succeeded.size() == 2
assert succeeded[0].contains('updated 3 ')
assert succeeded[1].contains('updated 2 ')
assert log.contains('Asked for the latest version again: nothing started.')
assert log.contains('History: version 2, SUCCEEDED')

assert new File(rehearsal, 'dynamodb-local.log').text.contains('InMemory:\ttrue')
assert new File(rehearsal, 'code/com/example/V0001_AddCurrency.class').exists()
assert !new File(basedir, 'target/dynamodb-migrations').exists(): 'a rehearsal emits nothing'

def endpoint = new URL((log =~ /it runs at (\S+),/)[0][1])
try {
    new Socket(endpoint.host, endpoint.port).close()
    assert false: 'DynamoDB Local outlived the rehearsal'
} catch (ConnectException expected) {
}
return true
