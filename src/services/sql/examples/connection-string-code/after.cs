using Microsoft.Data.SqlClient;

public static class Orders
{
    private const string SqlConnectionString = "Server=tcp:contoso.database.windows.net,1433;Initial Catalog=orders;Encrypt=True;Connection Timeout=30;Authentication=Active Directory Default;";

    public static SqlConnection Open()
    {
        var connection = new SqlConnection(SqlConnectionString);
        connection.Open();
        return connection;
    }
}
