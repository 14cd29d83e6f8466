const express = require('express');
const session = require('express-session');
const { RedisStore } = require('connect-redis');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, store: new RedisStore({ client }), resave: false }));
