using Npgsql;

public class Orders
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        "Host=contoso.postgres.database.azure.com;Database=orders;Username=orders;Password={{password}};SSL Mode=Require");
}
