using Microsoft.Data.SqlClient;

public static class Orders
{
    private const string ConnectionString = "Server=tcp:contoso.database.windows.net,1433;Initial Catalog=orders;User ID=shop;Password={{password}};Encrypt=True;Connection Timeout=30;";

    public static SqlConnection Open()
    {
        var connection = new SqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }
}
