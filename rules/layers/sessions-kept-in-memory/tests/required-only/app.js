const session = require('express-session')
app.use(session({ secret: key, resave: false }))
