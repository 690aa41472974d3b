// The two snippets that the README has for a project that exists already, and its migration.
def readme = new File(basedir, '../../../../README.md').text
def pom = new File(basedir, 'pom.xml')

def block = { String title ->
    def found = (readme =~ /(?s)<!-- \Q${title}\E -->\n```[a-z]*\n(.*?)```/)
    assert found.find(): "the README has no block '${title}'"
    found.group(1)
}
['the dependency', 'the plugin'].each { pom.text = pom.text.replace("<!-- ${it} -->", block(it)) }
def migration = 'src/main/java/com/example/migrations/V0001_SplitFullName.java'
new File(basedir, migration).with { parentFile.mkdirs(); text = block(migration) }
return true
