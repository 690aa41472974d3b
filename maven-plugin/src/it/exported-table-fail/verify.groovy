def log = new File(basedir, 'build.log').text
new File(basedir, 'expected-messages.txt').eachLine { assert log.contains(it) }

def root = new File(basedir, 'target/dynamodb-migrations/template.yaml').text
assert root =~ /OrdersTable:\s+Fn::ImportValue: '?shop:orders-table/
assert root.contains('OrdersTableRole:') && !(root =~ /(?m)^  OrdersTable:/): 'the export says it'
return true
