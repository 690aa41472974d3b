def log = new File(basedir, 'build.log').text
assert log.contains('passed over, since a module with packaging pom has no classes')
assert log.contains('[WARNING] DM506 no class with @Migration: target/classes.'): 'the module without migrations'

def migrations = new File(basedir, 'migrations/target/dynamodb-migrations/code')
assert new File(migrations, 'com/example/migrations/V0001_AddCurrency.class').exists()
assert new java.util.zip.ZipFile(new File(migrations, 'lib/model-1.jar')).getEntry('com/example/model/Currency.class')
assert !new File(basedir, 'model/target/dynamodb-migrations').exists()
// The second build has the other module as a directory of classes, the third finds what the second wrote.
assert log.count('(1 files written, 0 removed)') == 1
assert log.count('(unchanged)') == 1

assert log.contains('DM503 create would run in every module of the build: model, migrations.'
    + ' Choose one: mvn dynamodb-migrations:create -pl model.')
assert log.contains('created src/main/java/com/example/migrations/V0002_AddEmail.java')
assert log.contains('No test was written: org.junit.jupiter:junit-jupiter is not among the project\'s dependencies.')
return true
