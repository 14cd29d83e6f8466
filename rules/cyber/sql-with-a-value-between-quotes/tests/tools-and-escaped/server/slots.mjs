export const free = (pool, clinic) => pool.query("select id from slot where clinic = $1 and taken = false", [clinic]);

export const counted = (connection, since) =>
  connection.query(`select count(*) from slot where starts = '${since.toISOString()}'`);

export const named = (connection, clinic) =>
  connection.query("select id from slot where clinic = '" + escapeText(clinic) + "' limit 50");
