using Azure.Core;
using Azure.Identity;
using MySqlConnector;

var mysqlConnectionString = "Server=contoso.mysql.database.azure.com;Database=orders;Uid=orders";
var credential = new DefaultAzureCredential();
using var connection = new MySqlConnection(mysqlConnectionString) { ProvidePasswordCallback = _ => credential.GetToken(new TokenRequestContext(new[] { "https://ossrdbms-aad.database.windows.net/.default" }), default).Token };
connection.Open();
