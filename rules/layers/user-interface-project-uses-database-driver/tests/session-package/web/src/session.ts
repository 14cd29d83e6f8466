import session from 'express-session';
import connect from 'connect-pg-simple';
import { Pool } from 'pg';

export const sessions = new (connect(session))({ pool: new Pool() });
