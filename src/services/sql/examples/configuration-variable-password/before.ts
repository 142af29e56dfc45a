import * as sql from 'mssql';

const config = {
  user: 'shop',
  password: '{{password}}',
  server: 'contoso.database.windows.net',
  database: 'orders',
};

export const orders = async () => (await sql.connect(config)).query('select * from orders');
