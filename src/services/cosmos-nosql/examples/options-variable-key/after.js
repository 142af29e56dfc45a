const { CosmosClient } = require("@azure/cosmos");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const options = {
  endpoint: "https://contoso.documents.azure.com:443/",
  aadCredentials: credential,
  userAgentSuffix: "orders",
};
const client = new CosmosClient(options);

module.exports = client.database("shop").container("orders");
