using Microsoft.Extensions.Configuration;
using Npgsql;

public class Items
{
    private readonly NpgsqlDataSource _source;

    public Items(IConfiguration configuration)
    {
        _source = NpgsqlDataSource.Create(configuration["AZURE_POSTGRESQL_CONNECTIONSTRING"]);
    }
}
