import * as session from 'express-session'
const app = create()
app.use(session({ secret: key, resave: false }))
