// What examples take for granted: names of the code around them.
public abstract class Surroundings
{
    protected static WebApplicationBuilder builder = WebApplication.CreateBuilder();
    protected static IServiceCollection services = builder.Services;
    protected static IConfiguration configuration = builder.Configuration;
    protected static IConfiguration Configuration = builder.Configuration;
    protected static IConfiguration config = builder.Configuration;
}
