const { ShareServiceClient, StorageSharedKeyCredential } = require('@azure/storage-file-share')

const account = process.env.STORAGE_ACCOUNT
const key = process.env.AZURE_STORAGE_KEY
const service = new ShareServiceClient(`https://${account}.file.core.windows.net`, new StorageSharedKeyCredential(account, key), {
  retryOptions: { maxTries: 4 }
})

module.exports = { service }
