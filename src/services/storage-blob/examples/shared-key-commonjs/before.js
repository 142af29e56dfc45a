const { BlobServiceClient, StorageSharedKeyCredential } = require('@azure/storage-blob')
require('dotenv').config()

const account = process.env.ACCOUNT_NAME
const accountKey = process.env.ACCOUNT_KEY
if (!account || !accountKey) throw Error('Azure Storage settings are missing')

const sharedKeyCredential = new StorageSharedKeyCredential(account, accountKey)

async function main() {
  const client = new BlobServiceClient(
    `https://${account}.blob.core.windows.net`,
    sharedKeyCredential
  )
  for await (const container of client.listContainers()) console.log(container.name)
}

main()
