using System.Data.SqlClient;

public static class Legacy
{
    public static SqlConnection Open(string password) =>
        new SqlConnection($"Server=contoso.database.windows.net;Database=shop;User Id=shop;Password={password}");
}
