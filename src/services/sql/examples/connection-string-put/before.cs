using System;
using Microsoft.Data.SqlClient;

public static class Builder
{
    public static string Make() => new SqlConnectionStringBuilder
    {
        DataSource = "contoso.database.windows.net",
        UserID = "shop",
        Password = Environment.GetEnvironmentVariable("SQL_PASSWORD"),
    }.ConnectionString;
}
