import session from 'express-session'
import settings from './settings'

export default class AccessTokens {
  private localStore = settings.redis.enabled ? null : new session.MemoryStore()

  public keep(name: string, token: string): void {
    this.localStore!.set(`token:${name}`, token as unknown as session.SessionData, () => undefined)
  }
}
