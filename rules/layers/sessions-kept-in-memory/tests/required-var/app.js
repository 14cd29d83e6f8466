var session = require('express-session')
const app = create()
app.use(session({ secret: key, resave: false }))
