const session = require('express-session')
app.use(session({ secret: key, store: connect() }))
