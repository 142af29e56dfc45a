const { DefaultAzureCredential } = require('@azure/identity')
const { Client } = require('pg')

const credential = new DefaultAzureCredential()

const options = {
  host: 'contoso.postgres.database.azure.com',
  user: process.env.PGUSER,
  password: () => credential.getToken('https://ossrdbms-aad.database.windows.net/.default').then(({ token }) => token),
  ssl: true,
  database: 'orders'
}
const client = new Client(options)

module.exports = { client }
