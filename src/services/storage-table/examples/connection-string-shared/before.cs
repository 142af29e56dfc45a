using Azure.Data.Tables;

namespace Shop;

public class Orders(IConfiguration configuration)
{
    private readonly TableClient _orders = new(configuration.GetConnectionString("Tables"), "orders");

    private readonly TableServiceClient _all = new(
        new Uri("https://contoso.table.core.windows.net"),
        new TableSharedKeyCredential("contoso", "{{storage-account-key}}"));
}
