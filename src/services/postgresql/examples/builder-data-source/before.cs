using Npgsql;

var connection = "Host=contoso.postgres.database.azure.com;Database=orders;Username=orders;Password={{password}}";
var builder = new NpgsqlDataSourceBuilder(connection);
await using var source = builder.Build();
