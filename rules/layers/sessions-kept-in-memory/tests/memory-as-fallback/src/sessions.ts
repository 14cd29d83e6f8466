import session from 'express-session'
import { RedisStore } from 'connect-redis'
import { connect } from './connection'
import settings from './settings'

export default function sessions() {
  let store: session.Store
  if (settings.redis.enabled) {
    store = new RedisStore({ client: connect() })
  } else {
    store = new session.MemoryStore()
  }
  return session({ store, secret: settings.sessionSecret, resave: false })
}
