const { Client } = require('pg')

const options = {
  host: 'contoso.postgres.database.azure.com',
  user: process.env.PGUSER,
  password: process.env.PGPASSWORD,
  database: 'orders'
}
const client = new Client(options)

module.exports = { client }
