// A service owns its store: it renders nothing.
// ok: database-driver-in-user-interface
import { Pool } from "pg";

const pool = new Pool();
export const orders = () => pool.query("SELECT id FROM orders");
