using Azure.Data.Tables;
using Azure.Identity;

var credential = new DefaultAzureCredential();
var carts = new TableClient(new Uri(builder.Configuration["AZURE_COSMOS_TABLE_ENDPOINT"]!), "carts", credential);
