const { MongoClient } = require('mongodb')

const account = 'contoso'
const client = new MongoClient(`mongodb://${account}:${process.env.COSMOS_KEY}@${account}.mongo.cosmos.azure.com:10255/?ssl=true`)

module.exports = { client }
