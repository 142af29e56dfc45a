using System.Net.Http;

public class Orders
{
    private readonly HttpClient _client;

    public Orders(HttpClient client, IConfiguration configuration)
    {
        _client = client;
        _client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", configuration["Apim:SubscriptionKey"]);
    }
}
