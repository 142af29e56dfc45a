using Microsoft.EntityFrameworkCore;

public class ShopContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseLazyLoadingProxies().UseSqlServer("Server=contoso.database.windows.net;Database=shop;Authentication=Active Directory Default;", sql => sql.EnableRetryOnFailure());
}
