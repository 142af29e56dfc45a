const { DefaultAzureCredential } = require('@azure/identity')
const { BlobServiceClient } = require('@azure/storage-blob')
require('dotenv').config()

const credential = new DefaultAzureCredential()

const account = process.env.ACCOUNT_NAME
if (!account) throw Error('Azure Storage settings are missing')

async function main() {
  const client = new BlobServiceClient(
    `https://${account}.blob.core.windows.net`,
    credential
  )
  for await (const container of client.listContainers()) console.log(container.name)
}

main()
