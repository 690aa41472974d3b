def json = { new groovy.json.JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def resources = { it.Statement.collectMany { statement -> statement.Resource } }

def migrate = json('migrate')
assert migrate.Version == '2012-10-17'
assert resources(migrate).contains('arn:aws:dynamodb:eu-west-1:111122223333:table/prod-orders')
assert resources(migrate).contains('arn:aws:dynamodb:eu-west-1:111122223333:table/prod-history')
assert migrate.Statement.collectMany { it.Action }.contains('dynamodb:UpdateItem')

def deploy = json('deploy')
assert resources(deploy).contains('arn:aws:iam::111122223333:role/orders-prod-*ControlRole-*')
assert deploy.Statement.find { it.Action.contains('iam:CreateRole') }.Condition ==
    [StringEquals: ['iam:PermissionsBoundary': ['arn:aws:iam::111122223333:policy/limits']]]

def log = new File(basedir, 'build.log').text
assert log.contains('"arn:aws:dynamodb:*:*:table/policy-of-a-project-migrations"'): 'what is not known is any'
return true
