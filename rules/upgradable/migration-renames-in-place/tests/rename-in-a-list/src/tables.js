export const shown = (table) => table.renameColumn('code', 'ods_code');
