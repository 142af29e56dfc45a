using Microsoft.Azure.EventHubs;

public class Legacy
{
    public EventHubClient Create(string connectionString, string name)
    {
        var builder = new EventHubsConnectionStringBuilder(connectionString) { EntityPath = name };
        return EventHubClient.CreateFromConnectionString(builder.ToString());
    }
}
