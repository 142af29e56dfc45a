using MySqlConnector;

public static class Shop
{
    public static MySqlConnection Connect() =>
        new("Server=contoso.mysql.database.azure.com;Database=shop;User ID=shop;Password={{password}};SslMode=Required");
}
