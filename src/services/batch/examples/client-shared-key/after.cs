using System;
using Azure.Compute.Batch;
using Azure.Identity;

public class Jobs
{
    private readonly BatchClient _client;

    public Jobs(IConfiguration configuration)
    {
        var credential = new DefaultAzureCredential();
        _client = new BatchClient(new Uri(configuration["Batch:Url"]), credential);
    }
}
