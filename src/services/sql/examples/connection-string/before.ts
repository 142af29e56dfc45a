import sql from "mssql";

export const pool = new sql.ConnectionPool(process.env.AZURE_SQL_CONNECTIONSTRING!);
