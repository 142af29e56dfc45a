const { DefaultAzureCredential } = require('@azure/identity')
const { WebPubSubServiceClient } = require('@azure/web-pubsub')

const credential = new DefaultAzureCredential()

const service = new WebPubSubServiceClient('https://contoso.webpubsub.azure.com', credential, 'chat')

module.exports = { service }
