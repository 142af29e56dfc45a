using Azure.Identity;
using Microsoft.Azure.PostgreSQL.Auth;
using Npgsql;

public class Orders
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder("Host=contoso.postgres.database.azure.com;Database=orders;Username=orders;SSL Mode=Require").UseEntraAuthentication(new DefaultAzureCredential()).Build();
}
