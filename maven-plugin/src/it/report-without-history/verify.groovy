def log = new File(basedir, 'build.log').text
def unread = 'history: table report-without-history-migrations could not be read, so states are unknown: '

assert log.contains(unread + 'DM322 no credentials are found: ')
assert log.contains(unread + 'DM321 no region is known: '): 'validate was given no region'
assert log =~ /Version  Migration +Table +State +Started +Duration +Items +Description/
assert log =~ / 1  V0001_AddCurrency  Orders  Unknown +Add the currency/
assert log.contains('1 migration compared with its rules only, not with the history: valid')

def json = { new groovy.json.JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def info = json('info')
assert info.historyTable == 'report-without-history-migrations'
assert info.historyRead == false
assert info.historyLine.startsWith(unread)
assert info.versions == [[version: 1, migration: 'V0001_AddCurrency', table: 'Orders', description: 'Add the currency', state: 'Unknown']]

def validation = json('validate')
assert validation.valid == true
assert validation.historyRead == false
assert validation.findings == []
return true
