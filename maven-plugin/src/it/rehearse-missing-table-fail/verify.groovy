def log = new File(basedir, 'build.log').text
def template = new File(basedir, 'template.yaml').toString()
assert log.contains('DM523 keys of table Orders are not known: ' + template + ' declares OrderTable, Customers. '
    + 'Declare it as Orders or OrdersTable, say which it is with <tables><Orders>LogicalId</Orders></tables>, ')
assert !log.contains('DynamoDB Local'): 'nothing was started'
return true
