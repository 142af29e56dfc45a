const { DefaultAzureCredential } = require('@azure/identity')
const { QueueServiceClient } = require('@azure/storage-queue')

const credential = new DefaultAzureCredential()

const account = 'contoso'
const client = new QueueServiceClient(
  `https://${account}.queue.core.windows.net`,
  credential
)

module.exports = client.getQueueClient('orders')
