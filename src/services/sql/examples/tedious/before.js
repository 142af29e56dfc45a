const { Connection } = require('tedious')

const connection = new Connection({
  server: 'contoso.database.windows.net',
  authentication: {
    type: 'default',
    options: { userName: process.env.SQL_USER, password: process.env.SQL_PASSWORD }
  },
  options: { database: 'orders', encrypt: true }
})

module.exports = { connection }
