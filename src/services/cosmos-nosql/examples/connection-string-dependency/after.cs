using Azure.Identity;
using Microsoft.Azure.Cosmos;

var cosmosEndpoint = builder.Configuration["AZURE_COSMOS_RESOURCEENDPOINT"]!;
builder.Services.AddSingleton(_ => new CosmosClient(cosmosEndpoint, new DefaultAzureCredential()));
