using Microsoft.EntityFrameworkCore;

public class ShopContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.UseNpgsql("Host=contoso.postgres.database.azure.com;Database=shop;Username=shop;Password={{password}};SSL Mode=Require");
}
