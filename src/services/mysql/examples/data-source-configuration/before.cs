using Microsoft.Extensions.Configuration;
using MySqlConnector;

public class Items
{
    private readonly MySqlDataSource _source;

    public Items(IConfiguration configuration)
    {
        _source = new MySqlDataSource(configuration["AZURE_MYSQL_CONNECTIONSTRING"]);
    }
}
