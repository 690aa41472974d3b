def source = new File(basedir, 'src/main/java/com/example/V0001_AddCurrency.java')
assert source.setLastModified(System.currentTimeMillis() + 3600 * 1000)
return true
