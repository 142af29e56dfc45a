using Microsoft.Azure.NotificationHubs;
using Microsoft.Extensions.Configuration;

public class Push
{
    private readonly NotificationHubClient _hub;

    public Push(IConfiguration configuration)
    {
        _hub = NotificationHubClient.CreateClientFromConnectionString(configuration["NotificationHub:Connection"], "news");
    }
}
