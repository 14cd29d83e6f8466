export function conditions(query, status: string) {
  query.where("support.status = :status", { status });
  query.where += ` and support.state = '${State.OPEN}'`;
  logger.info(`no support where status = '${status}'`);
  const page = `<p class="x">Open and status = '${status}'</p>`;
  const field = document.querySelector(`form and [name='${status}']`);
  // query.where = `support.status = '${status}'`;
  const found = sql`select 1 from support where status = '${status}'`;
  const safe = `select 1 from support where status = '${escape(status)}'`;
}
