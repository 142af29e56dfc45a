const { WebPubSubServiceClient } = require('@azure/web-pubsub')

const service = new WebPubSubServiceClient('Endpoint=https://contoso.webpubsub.azure.com;AccessKey={{key:32}};Version=1.0;', 'chat')

module.exports = { service }
