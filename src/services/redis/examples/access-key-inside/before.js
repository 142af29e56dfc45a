const { createClient } = require('redis')

const client = createClient({ url: `rediss://:${process.env.REDIS_KEY}@contoso.redis.cache.windows.net:6380` })

module.exports = { client }
