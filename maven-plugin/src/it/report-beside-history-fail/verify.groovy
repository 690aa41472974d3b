context['database'].destroyForcibly()
def log = new File(basedir, 'build.log').text
def table = 'rehearsal-report-beside-history-fail-migrations'

// the code that ran
assert log.contains('history: table ' + table)
assert log =~ / 1  V0001_AddCurrency  Orders  Success  \S+Z +\S+ +2  Add the currency/
assert log =~ / 2  V0002_AddChannel   Orders  Success  \S+Z +\S+ +2  Add the channel/
assert log =~ / 4  V0004_AddCountry   Orders  Pending +Add the country/
assert log.contains('emitFrom could be 4: all below it has been applied here. ')
assert log.contains('3 migrations compared with their rules and with the history: valid')

// later code: version 1 changed, version 2 is gone, version 3 is new
def json = { new groovy.json.JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def info = json('info')
assert info.historyRead == true
assert info.versions.collect { [it.version, it.state, it.drift] } == [
    [1, 'Success', 'its class'], [2, 'Missing', null], [3, 'Pending', null]
]
assert info.versions[1].scanned == 2 && info.versions[1].updated == 2
assert log =~ /DM201 V0001_AddCurrency changed after it ran: its class had checksum v1:\w+, now v1:\w+. Restore it, /
assert log =~ /DM203 version 2 was applied at \S+, and the code has no migration for it. Restore its class, set <ignoreMissing>, or /
assert log.contains('2 migrations compared with their rules and with the history: 2 problems')
def validation = json('validate')
assert validation.valid == false
assert validation.historyRead == true
assert validation.findings*.code == ['DM201', 'DM203']

// the oldest of the code: it lacks what is newer than all it has
assert log =~ / 2 +Future +\S+Z/

// what is applied is waited for no longer, and what nobody has deployed only as long as it may be
assert log.contains('applied: all versions up to 2')
assert log.contains('DM337 waited for 0 s: version 4 is not deployed yet. What is under way goes on. Call it again, or raise '
    + '-Ddynamodb-migrations.timeout.')
return true
