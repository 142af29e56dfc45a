using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Shop;

public class CartStore
{
    private readonly Container _carts;

    public CartStore(IConfiguration configuration)
    {
        var credential = new DefaultAzureCredential();
        var client = new CosmosClient(
            accountEndpoint: configuration["Cosmos:Endpoint"],
            tokenCredential: credential, // primary
            clientOptions: new CosmosClientOptions { ApplicationName = "shop" });
        _carts = client.GetContainer("shop", "carts");
    }
}
