using Azure.Identity;
using Microsoft.Azure.PostgreSQL.Auth;
using Npgsql;

var postgresConnectionString = "Host=contoso.postgres.database.azure.com;Database=orders;Username=orders";
var credential = new DefaultAzureCredential();
var builder = new NpgsqlDataSourceBuilder(postgresConnectionString).UseEntraAuthentication(credential);
await using var source = builder.Build();
