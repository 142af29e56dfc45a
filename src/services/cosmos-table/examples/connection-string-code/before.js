const { TableServiceClient } = require("@azure/data-tables");

const service = TableServiceClient.fromConnectionString(
  "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey={{cosmos-key}};TableEndpoint=https://contoso.table.cosmos.azure.com:443/;"
);

module.exports = { service };
