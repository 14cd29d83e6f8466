export async function byWard(req, res) {
  // ok: sql-made-of-a-request
  const rows = await db.query("SELECT * FROM referral WHERE ward = $1", [req.query.ward]);
  // ok: sql-made-of-a-request
  const more = await sql`SELECT * FROM referral WHERE ward = ${req.query.ward}`;
  // ok: sql-made-of-a-request
  const page = await db.query(`SELECT * FROM referral LIMIT ${parseInt(req.query.size, 10)}`);
  // ok: sql-made-of-a-request
  logger.info(`Select a ward from the list: ${req.query.ward}`);
  // ok: sql-made-of-a-request
  const next = `/referrals?from=${req.query.from}`;
}
