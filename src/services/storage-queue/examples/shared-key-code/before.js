const { QueueServiceClient, StorageSharedKeyCredential } = require('@azure/storage-queue')

const account = 'contoso'
const client = new QueueServiceClient(
  `https://${account}.queue.core.windows.net`,
  new StorageSharedKeyCredential(account, '{{storage-account-key}}')
)

module.exports = client.getQueueClient('orders')
