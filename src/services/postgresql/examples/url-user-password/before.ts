import { Pool } from "pg";

export const pool = new Pool({ connectionString: process.env.AZURE_POSTGRESQL_CONNECTIONSTRING });
