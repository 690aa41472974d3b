def application = new File(basedir, 'target/dynamodb-migrations')
def code = new File(application, 'code')
def names = []
code.eachFileRecurse(groovy.io.FileType.FILES) { names << code.toPath().relativize(it.toPath()).toString() }

def loose = names.findAll { !it.startsWith('lib/') }.sort()
assert loose == [
    'META-INF/dynamodb-migrations.properties',
    'com/example/Currencies$1.class',
    'com/example/Currencies.class',
    'com/example/V0001_AddCurrency.class',
    'com/example/V0002_DropNote.class',
    'rates.csv',
]: 'code/ holds the migrations, what they reach, and what is included'
assert names.any { it ==~ 'lib/dynamodb-migrations-runtime-.*[.]jar' }
assert names.any { it ==~ 'lib/url-connection-client-.*[.]jar' }
assert !names.any { it =~ 'netty|apache5?-client|jackson-databind' }: 'one HTTP client'
assert new File(code, 'META-INF/dynamodb-migrations.properties').readLines()[0] == '1=com.example.V0001_AddCurrency'

def log = new File(basedir, 'build.log').text
assert log.contains('2 migrations, versions 1 to 2')
assert log.contains('; its largest parts: lib/dynamodb-')
assert log.contains('application: target/dynamodb-migrations (')
assert log.count('(unchanged)') == 1: 'the second run writes nothing'
return true
