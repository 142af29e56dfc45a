const { TableServiceClient } = require("@azure/data-tables");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const service = new TableServiceClient(
  "https://contoso.table.cosmos.azure.com:443",
  credential
);

module.exports = { service };
