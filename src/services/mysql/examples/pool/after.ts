import { DefaultAzureCredential } from "@azure/identity";
import mysql from "mysql2/promise";

const credential = new DefaultAzureCredential();

export const pool = mysql.createPool({
  host: process.env.AZURE_MYSQL_HOST,
  user: process.env.AZURE_MYSQL_USER,
  authPlugins: { mysql_clear_password: () => async () => Buffer.concat([Buffer.from((await credential.getToken("https://ossrdbms-aad.database.windows.net/.default")).token), Buffer.alloc(1)]) },
  ssl: { rejectUnauthorized: true },
  database: process.env.AZURE_MYSQL_DATABASE,
});
