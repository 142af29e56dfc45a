using Microsoft.Azure.EventGrid;

public class Legacy
{
    public EventGridClient Create(IConfiguration configuration) =>
        new EventGridClient(new TopicCredentials(configuration["EventGrid:Key"]));
}
