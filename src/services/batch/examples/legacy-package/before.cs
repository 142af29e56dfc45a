using Microsoft.Azure.Batch;
using Microsoft.Azure.Batch.Auth;

public static class Pools
{
    public static BatchClient Open(string url, string account, IConfiguration configuration) =>
        BatchClient.Open(new BatchSharedKeyCredentials(url, account, configuration["Batch:Key"]));
}
