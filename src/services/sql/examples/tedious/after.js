const { Connection } = require('tedious')

const connection = new Connection({
  server: 'contoso.database.windows.net',
  authentication: {
    type: 'azure-active-directory-default',
    options: {}
  },
  options: { database: 'orders', encrypt: true }
})

module.exports = { connection }
