exports.up = (knex) =>
  // table.renameColumn('a', 'b') stops the running version
  knex.schema.alterTable('wards', (table) => table.renameColumn('code', 'ods_code'));
