const session = require('express-session');
// store = new RedisStore({ client });
const store = new session.MemoryStore();
app.use(session({ store, secret: process.env.SESSION_SECRET }));
store.get(process.env.FIRST_SESSION, welcome);
