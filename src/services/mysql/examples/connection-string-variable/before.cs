using MySqlConnector;

var connectionString = "Server=contoso.mysql.database.azure.com;Database=orders;Uid=orders;Pwd={{password}}";
using var connection = new MySqlConnection(connectionString);
connection.Open();
