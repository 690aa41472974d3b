import groovy.json.JsonOutput
import groovy.json.JsonSlurper

def port = context['port']
def signed = 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0'
def ask = { action, body ->
    def http = new URL("http://127.0.0.1:${port}/").openConnection()
    http.doOutput = true
    http.setRequestProperty('X-Amz-Target', 'DynamoDB_20120810.' + action)
    http.setRequestProperty('Authorization', signed)
    http.setRequestProperty('Content-Type', 'application/x-amz-json-1.0')
    http.outputStream.withCloseable { it.write(JsonOutput.toJson(body).bytes) }
    new JsonSlurper().parse(http.inputStream)
}
def put = { id, more = [:] ->
    ask('PutItem', [TableName: 'prod-orders', Item: [id: [S: id]] + more.collectEntries { [it.key, [S: it.value]] }])
}
def orders = {
    ask('Scan', [TableName: 'prod-orders']).Items.collectEntries { [it.id.S, it.keySet() - 'id'] }
}

def settings = new File(basedir, 'target/settings.xml')
settings.text = new File(basedir, '../../../src/it/settings.xml').text
    .replace('@localRepositoryUrl@', new File(System.getProperty('user.home'), '.m2/repository').toURI().toString())
def mvn = { name, goals ->
    def words = [new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-ntp', '-s', settings.path,
        '-Dmaven.repo.local=' + new File(basedir, '../../it-repo').canonicalPath,
        "-Ddynamodb-migrations.endpoint=http://127.0.0.1:${port}".toString(), '-Ddynamodb-migrations.configEnv=prod'] + goals
    def build = new ProcessBuilder(words).directory(basedir).redirectErrorStream(true)
        .redirectOutput(new File(basedir, "target/${name}.log"))
    build.environment().put('AWS_EC2_METADATA_DISABLED', 'true')
    build.start()
}
def said = { new File(basedir, "target/${it}.log").text }
def ends = { name, result, goals ->
    def code = mvn(name, goals).waitFor()
    assert (code == 0) == result: said(name)
    said(name)
}
def until = { what, holds ->
    for (tries in 1..600) {
        if (holds()) return
        sleep(100)
    }
    assert false: what
}
def goal = { 'dynamodb-migrations:' + it }
def with = { '-Ddynamodb-migrations.' + it }
try {
    ask('CreateTable', [TableName: 'prod-orders', BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [[AttributeName: 'id', KeyType: 'HASH']],
        AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S']]])
    // so many that each worker has some: a run that wrote nothing has nothing to retry
    ('a'..'z').each { put(it) }
    put('b', [broken: 'yes'])

    // the stack's baseline is shown, and honoured; the goal sets one too; rejects end the run
    def log = ends('first', false, [goal('info'), goal('baseline@of-another-history'), goal('migrate'), with('target=3')])
    assert log.contains('; BaselineVersion says that the data has version 1')
    assert log =~ / 1  V0001_AddOrigin +Orders  Ignored \(Baseline\)/
    assert log =~ / 2  V0002_AddCurrency +Orders  Pending/
    assert log.contains('versions up to 2 count as applied and start nothing')
    assert log.contains('versions up to 1 count as applied and start nothing, as BaselineVersion says')
    assert log.contains('account 000000000000, region us-east-1, endpoint http://127.0.0.1:' + port)
    assert log.contains('table Orders is arn:aws:dynamodb:ddblocal:000000000000:table/prod-orders, new to this history')
    assert log.contains('DM414 too many items rejected: version 2. 1 rejected, maxRejected 0.')
    assert log =~ /once the cause is mended, go on with: mvn -B -s \S+ dynamodb-migrations:info .*-Ddynamodb-migrations.target=3/
    assert orders().b == ['broken'] as Set

    // waived: version 2 succeeds, and 3 rejects the same item
    log = ends('waived', false, [goal('repair'), goal('migrate'), with('repair=rejects'), with('target=3'),
        with('why=sold to a dealer'), with('who=ada')])
    assert log.contains('repaired: 1 items that version 2 left alone count as they are')
    assert log =~ /V0002_AddCurrency: Add the currency \(resumed, attempt 2\)\s+(e.g. .*\s+)?SUCCEEDED in \S+: scanned 26 /
    assert log.contains('DM414 too many items rejected: version 3.')
    assert orders().b == ['broken'] as Set

    // mended: exactly that item is migrated, then version 3 succeeds, and holds
    put('b')
    log = ends('mended', true, [goal('retry-failed'), goal('migrate'), goal('verify'), goal('status'), goal('pause'),
        with('target=3'), with('why=the sale begins'), with('who=ada')])
    assert log.contains('1 rejected items of version 3 are not rejected any more, 0 still are')
    assert log =~ /V0003_AddCountry: Add the country \(resumed, attempt 2\)\s+(e.g. .*\s+)?SUCCEEDED in/
    assert log =~ /V0003_AddCountry verified: scanned 26 .* residual 0  unproven 0/
    assert log.contains('V0003 SUCCEEDED, rank 2, attempt 2, started ')
    assert log.contains('lock: free')
    assert log =~ /paused by ada since \S+: the sale begins/
    assert orders().b == ['country'] as Set
    assert orders().count { it.value == ['currency', 'country'] as Set } == 25

    // paused: a run begins, writes nothing and keeps its lock, which nobody takes from it
    def waiting = mvn('waiting', [goal('migrate')])
    try {
        until(said('waiting'), { said('waiting').contains('V0004_AddChannel: Add the channel') || !waiting.alive })
        log = ends('asked', false, [goal('status'), goal('set-rate'), goal('unlock'), with('writeUnits=50'), with('force'),
            with('why=it seems to hang')])
        assert log =~ /V0004 RUNNING, rank 3, attempt 1, started /
        assert log =~ /lock: held by direct \S+ since /
        assert log.contains('the sale begins')
        assert log.contains('version 4 uses the planned RCU/s and at most 50 WCU/s, within ten seconds')
        assert log =~ /owner: \S+/
        assert log.contains('kind: direct')
        assert log =~ /held for: \d+ s, since /
        assert log.contains('works on: version 4, rank 3')
        assert log.contains('alive: yes, it renews its lease')
        assert log.contains("DM308 the lock's holder is alive: ")
        assert waiting.alive

        // aborted: whoever watches sees the end
        log = ends('aborted', true, [goal('abort'), goal('status'), with('watch'), with('why=not today')])
        assert log.contains('version 4 ends after its present page, within ten seconds, as INTERRUPTED')
        assert log.contains('V0004 RUNNING, rank 3, attempt 1') && log.contains('abort asked by ')
        assert log.contains('V0004 INTERRUPTED, rank 3, attempt 1')
        assert waiting.waitFor() == 1
        assert said('waiting').contains('DM323 ') && said('waiting').contains('not today')
        assert orders().a == ['currency', 'country'] as Set
    } finally {
        waiting.destroyForcibly()
    }

    // resumed: it goes on where it was, here without a proof, and the lock is free
    log = ends('resumed', true, [goal('resume'), goal('migrate'), goal('unlock'), goal('status'), goal('info'),
        with('verify=off'), with('why=verified tonight'), with('format=json'), with('outputFile=target/info.json')])
    assert log =~ /resumed; it was paused by .*the sale begins/
    assert log.contains('warning: verify=off: runs are recorded SUCCEEDED without the pass')
    assert log =~ /V0004_AddChannel: Add the channel \(resumed, attempt 2\)\s+(e.g. .*\s+)?SUCCEEDED, NOT VERIFIED, in/
    assert log.contains('the lock is free: nobody holds it')
    assert log =~ /"rank" : 3,\s+"state" : "SUCCEEDED",\s+"attempt" : 2,/
    assert log =~ /"evaluated" : 26,\s+"scanned" : 26,\s+"updated" : 26,/
    assert orders().every { it.value.contains('channel') }

    // taken back, and applied again; what cannot be taken back is refused before anything is written
    log = ends('undone', true, [goal('undo')])
    assert log.contains('go on with: mvn ') && log.contains('-Ddynamodb-migrations.target=3')
    assert log =~ /V0004_AddChannel: Add the channel \(undo\)\s+(e.g. .*\s+)?SUCCEEDED in \S+: scanned 26 /
    assert log.contains('History: version 3, SUCCEEDED')
    assert orders().every { !it.value.contains('channel') }
    log = ends('not-undone', false, [goal('undo')])
    assert log.contains('DM216 V0003_AddCountry cannot be undone: version 3 does not implement Reversible.')
    assert orders().every { it.value.contains('country') }
    ends('again', true, [goal('migrate'), goal('info'), with('format=json'), with('outputFile=target/info.json')])
    assert orders().every { it.value.contains('channel') }

    def now = new JsonSlurper().parse(new File(basedir, 'target/info.json'))
    assert now.versions.collect { [it.version, it.state] } == [
        [1, 'Ignored (Baseline)'], [2, 'Success'], [3, 'Success'], [4, 'Success']
    ]
    assert now.versions*.verified == [null, null, null, null]

    // nobody names the table: the history's is taken, and that is said
    log = ends('unnamed', true, [goal('verify'), goal('undo'), goal('migrate'), goal('unlock'), with('configEnv=nested')])
    assert log.count('table Orders is arn:aws:dynamodb:ddblocal:000000000000:table/prod-orders,'
        + ' the one of this history, taken since none was named') == 4
    assert log =~ /V0004_AddChannel verified: scanned 26 .* residual 0  unproven 0/
    assert log =~ /V0004_AddChannel: Add the channel \(undo\)\s+(e.g. .*\s+)?SUCCEEDED in \S+: scanned 26 /
    assert orders().every { it.value.contains('channel') }

    // neither is one that is called like it passed over, nor bound in place of the history's
    ask('CreateTable', [TableName: 'Orders', BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [[AttributeName: 'id', KeyType: 'HASH']],
        AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S']]])
    log = ends('undecided', false, [goal('repair'), with('repair=tables'), with('tableVersions.Orders=0'),
        with('why=all anew'), with('configEnv=nested')])
    assert log =~ /DM219 nobody says which table is meant: Orders. This history describes \S+:table\/prod-orders \(created \S+\), and \S+:table\/Orders is called Orders. For the one of this history add -Ddynamodb-migrations.tables.Orders=prod-orders; /
    log = ends('named', false, [goal('verify'), with('configEnv=nested'), with('tables.Orders=Orders')])
    assert log.contains('table/Orders, NOT the one of this history: arn:aws:dynamodb:ddblocal:000000000000:table/prod-orders')
    assert log.contains('DM209 table Orders is another one than this history describes: ')
} finally {
    context['database'].destroyForcibly()
}
return true
