const session = require('express-session')
const store = connect()
app.use(session({ secret: key, store }))
