using Microsoft.Extensions.Configuration;
using MongoDB.Driver;

public class Store
{
    private readonly IMongoClient _client;

    public Store(IConfiguration configuration)
    {
        _client = new MongoClient(configuration["AZURE_COSMOS_CONNECTIONSTRING"]);
    }
}
