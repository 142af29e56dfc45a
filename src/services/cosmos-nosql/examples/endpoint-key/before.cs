using Microsoft.Azure.Cosmos;

namespace Shop;

public class CartStore
{
    private readonly Container _carts;

    public CartStore(IConfiguration configuration)
    {
        var client = new CosmosClient(
            accountEndpoint: configuration["Cosmos:Endpoint"],
            authKeyOrResourceToken: configuration["Cosmos:Key"], // primary
            clientOptions: new CosmosClientOptions { ApplicationName = "shop" });
        _carts = client.GetContainer("shop", "carts");
    }
}
