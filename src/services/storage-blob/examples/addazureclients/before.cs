using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

public class Startup
{
    private readonly IConfiguration configuration;

    public Startup(IConfiguration configuration) => this.configuration = configuration;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAzureClients(clients =>
        {
            clients.AddBlobServiceClient(configuration["Storage:ConnectionString"]).WithName("photos");
        });
    }
}
