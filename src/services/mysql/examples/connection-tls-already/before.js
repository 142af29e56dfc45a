const mysql = require('mysql2')

const connection = mysql.createConnection({
  host: 'contoso.mysql.database.azure.com',
  user: process.env.MYSQL_USER,
  password: process.env.MYSQL_PASSWORD,
  ssl: { minVersion: 'TLSv1.2' }
})

module.exports = { connection }
