function wardsOf(id, show) {
  LABKEY.Query.executeSql({
    schemaName: "stays",
    sql: "SELECT s.ward FROM stays.stay s WHERE s.patient = '" + id + "' ORDER BY s.ward",
    success: show,
  });
}
