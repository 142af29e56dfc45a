import { DefaultAzureCredential } from "@azure/identity";
import { Pool } from "pg";

const credential = new DefaultAzureCredential();

export const pool = new Pool({
  host: process.env.AZURE_POSTGRESQL_HOST,
  user: process.env.AZURE_POSTGRESQL_USER,
  password: () => credential.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => token),
  database: process.env.AZURE_POSTGRESQL_DATABASE,
  ssl: { rejectUnauthorized: true },
});
