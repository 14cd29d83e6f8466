const session = require('./session')
app.use(session({ secret: key }))
