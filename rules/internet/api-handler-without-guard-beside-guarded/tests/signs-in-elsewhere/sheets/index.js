const authenticate = async () => {
  const client = new sheets.auth.SheetsAuth({ scopes });
  return { sheet: await client.open() };
};

export const rows = async () => (await authenticate()).sheet.rows();
