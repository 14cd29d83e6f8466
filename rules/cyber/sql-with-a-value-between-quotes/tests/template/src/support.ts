export function conditions(query, status: string, unit) {
  query.where = `support.status = '${status}'`;
  query.where += ` and support.unit_id = '${unit.id}'`;
}
