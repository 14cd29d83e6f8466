export async function byWard(req, res) {
  // ruleid: sql-made-of-a-request
  const rows = await db.query(`SELECT * FROM referral WHERE ward = '${req.query.ward}'`);
  res.json(rows);
}
