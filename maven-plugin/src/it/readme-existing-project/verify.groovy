assert new File(basedir, 'target/dynamodb-migrations/v0001-split-full-name/template.yaml').exists()
return true
