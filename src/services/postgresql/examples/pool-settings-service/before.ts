import { Pool } from "pg";

export const pool = new Pool({
  host: process.env.AZURE_POSTGRESQL_HOST,
  user: process.env.AZURE_POSTGRESQL_USER,
  password: process.env.AZURE_POSTGRESQL_PASSWORD,
  database: process.env.AZURE_POSTGRESQL_DATABASE,
  ssl: { rejectUnauthorized: true },
});
