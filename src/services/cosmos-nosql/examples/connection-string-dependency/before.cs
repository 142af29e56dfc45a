using Microsoft.Azure.Cosmos;

var connectionString = builder.Configuration.GetConnectionString("Cosmos")!;
builder.Services.AddSingleton(_ => new CosmosClient(connectionString));
