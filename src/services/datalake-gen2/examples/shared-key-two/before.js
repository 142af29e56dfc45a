const { DataLakeFileSystemClient, DataLakeServiceClient, StorageSharedKeyCredential } = require("@azure/storage-file-datalake");

const account = process.env.ACCOUNT_NAME;
const key = new StorageSharedKeyCredential(account, process.env.ACCOUNT_KEY);

const service = new DataLakeServiceClient(`https://${account}.dfs.core.windows.net`, key);
const raw = new DataLakeFileSystemClient(`https://${account}.dfs.core.windows.net/raw`, key);

module.exports = { service, raw };
