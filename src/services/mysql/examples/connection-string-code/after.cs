using Azure.Core;
using Azure.Identity;
using MySqlConnector;

public static class Shop
{
    public static MySqlConnection Connect() =>
        new MySqlConnection("Server=contoso.mysql.database.azure.com;Database=shop;User ID=shop;SslMode=Required") { ProvidePasswordCallback = _ => new DefaultAzureCredential().GetToken(new TokenRequestContext(new[] { "https://ossrdbms-aad.database.windows.net/.default" }), default).Token };
}
