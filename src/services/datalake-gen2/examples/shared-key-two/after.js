const { DefaultAzureCredential } = require("@azure/identity");
const { DataLakeFileSystemClient, DataLakeServiceClient } = require("@azure/storage-file-datalake");

const credential = new DefaultAzureCredential();

const account = process.env.ACCOUNT_NAME;

const service = new DataLakeServiceClient(`https://${account}.dfs.core.windows.net`, credential);
const raw = new DataLakeFileSystemClient(`https://${account}.dfs.core.windows.net/raw`, credential);

module.exports = { service, raw };
