// Everything of this project is what the README shows, and nothing else.
def readme = new File(basedir, '../../../../README.md').text

def block = { String title ->
    def found = (readme =~ /(?s)<!-- \Q${title}\E -->\n```[a-z]*\n(.*?)```/)
    assert found.find(): "the README has no block '${title}'"
    found.group(1)
}
def write = { String path, String text ->
    def file = new File(basedir, path)
    file.parentFile.mkdirs()
    file.text = text
}
def pom = block("the whole of a project's pom.xml")
assert pom.readLines().size() <= 60
write('pom.xml', pom)
write('template.yaml', block("the table's template.yaml"))
['src/main/java/com/example/migrations/V0001_SplitFullName.java', 'src/test/dynamodb/Customers.jsonl'].each { write(it, block(it)) }
return true
