const { DefaultAzureCredential, getBearerTokenProvider } = require('@azure/identity')
const { AzureOpenAI } = require('openai')

const credential = new DefaultAzureCredential()

const options = {
  endpoint: 'https://contoso.openai.azure.com',
  azureADTokenProvider: getBearerTokenProvider(credential, 'https://cognitiveservices.azure.com/.default'),
  apiVersion: '2024-10-21'
}
const client = new AzureOpenAI(options)

module.exports = { client }
