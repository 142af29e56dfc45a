import sql from "mssql";

const server = process.env.AZURE_SQL_SERVER!;
const database = process.env.AZURE_SQL_DATABASE!;
const user = process.env.AZURE_SQL_USER;
const password = process.env.AZURE_SQL_PASSWORD;

export const pool = new sql.ConnectionPool({
  server,
  database,
  user,
  password,
  options: { encrypt: true },
});
