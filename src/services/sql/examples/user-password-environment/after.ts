import sql from "mssql";

const server = process.env.AZURE_SQL_SERVER!;
const database = process.env.AZURE_SQL_DATABASE!;

export const pool = new sql.ConnectionPool({
  server,
  database,
  authentication: { type: "azure-active-directory-default", options: {} },
  options: { encrypt: true },
});
