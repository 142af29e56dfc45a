const { DefaultAzureCredential } = require('@azure/identity')
const mysql = require('mysql2')

const credential = new DefaultAzureCredential()

const connection = mysql.createConnection({
  host: 'contoso.mysql.database.azure.com',
  user: process.env.MYSQL_USER,
  authPlugins: { mysql_clear_password: () => async () => Buffer.concat([Buffer.from((await credential.getToken('https://ossrdbms-aad.database.windows.net/.default')).token), Buffer.alloc(1)]) },
  ssl: { minVersion: 'TLSv1.2' }
})

module.exports = { connection }
