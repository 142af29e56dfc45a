using Azure.Data.Tables;
using Azure.Identity;

namespace Shop;

public class Orders(IConfiguration configuration)
{
    private readonly TableClient _orders = new(new Uri(configuration["AZURE_STORAGETABLE_RESOURCEENDPOINT"]!), "orders", new DefaultAzureCredential());

    private readonly TableServiceClient _all = new(
        new Uri("https://contoso.table.core.windows.net"),
        new DefaultAzureCredential());
}
