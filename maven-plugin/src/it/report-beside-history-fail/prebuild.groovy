// rehearse's own database would end with the rehearsal
def port = evaluate(new File(basedir, '../../../src/it/database.groovy'))
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace("the database's address", "http://127.0.0.1:${port}")
return true
