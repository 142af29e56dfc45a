const { AzureOpenAI } = require('openai')

const options = {
  endpoint: 'https://contoso.openai.azure.com',
  apiKey: '{{azure-openai-key}}',
  apiVersion: '2024-10-21'
}
const client = new AzureOpenAI(options)

module.exports = { client }
