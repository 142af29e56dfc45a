const { DefaultAzureCredential } = require('@azure/identity')
const { ShareServiceClient } = require('@azure/storage-file-share')

const credential = new DefaultAzureCredential()

const account = process.env.STORAGE_ACCOUNT
const service = new ShareServiceClient(`https://${account}.file.core.windows.net`, credential, {
  fileRequestIntent: 'backup',
  retryOptions: { maxTries: 4 }
})

module.exports = { service }
