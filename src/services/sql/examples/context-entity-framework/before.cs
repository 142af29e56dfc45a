using Microsoft.EntityFrameworkCore;

public class ShopContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseLazyLoadingProxies().UseSqlServer("Server=contoso.database.windows.net;Database=shop;User Id=shop;Password={{password}};", sql => sql.EnableRetryOnFailure());
}
