using System;
using Azure;
using Azure.Compute.Batch;

public class Jobs
{
    private readonly BatchClient _client;

    public Jobs(IConfiguration configuration)
    {
        var key = new AzureNamedKeyCredential(configuration["Batch:Account"], configuration["Batch:Key"]);
        _client = new BatchClient(new Uri(configuration["Batch:Url"]), key);
    }
}
