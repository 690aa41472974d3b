context['port'] = evaluate(new File(basedir, '../../../src/it/database.groovy'))
return true
