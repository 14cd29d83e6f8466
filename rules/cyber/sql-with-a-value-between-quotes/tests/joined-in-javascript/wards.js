function wardsOf(id, show) {
  database.run({
    schemaName: "stays",
    sql: "SELECT s.ward FROM stays.stay s WHERE s.patient = '" + id + "' ORDER BY s.ward",
    success: show,
  });
}
