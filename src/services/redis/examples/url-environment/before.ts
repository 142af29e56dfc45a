import { createClient } from "redis";

export const cache = createClient({ url: process.env.AZURE_REDIS_CONNECTIONSTRING });
