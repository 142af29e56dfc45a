import { Redis } from "ioredis";

export const queue = new Redis({ host: "contoso.redis.cache.windows.net", port: 6380, password: process.env.REDIS_PASSWORD, tls: {} });
