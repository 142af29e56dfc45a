import { createClient } from "redis";

const host = process.env.AZURE_REDIS_HOST;

export const cache = createClient({
  url: `rediss://${host}:6380`,
  password: process.env.REDIS_PASSWORD,
});
