const { CosmosClient } = require("@azure/cosmos");

const options = {
  endpoint: "https://contoso.documents.azure.com:443/",
  key: "{{cosmos-key}}",
  userAgentSuffix: "orders",
};
const client = new CosmosClient(options);

module.exports = client.database("shop").container("orders");
