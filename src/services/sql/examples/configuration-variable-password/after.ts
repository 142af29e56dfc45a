import * as sql from 'mssql';

const config = {
  authentication: { type: 'azure-active-directory-default' as const, options: {} },
  server: 'contoso.database.windows.net',
  database: 'orders',
};

export const orders = async () => (await sql.connect(config)).query('select * from orders');
