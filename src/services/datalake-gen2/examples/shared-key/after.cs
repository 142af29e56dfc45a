using System;
using Azure.Identity;
using Azure.Storage.Files.DataLake;

public static class Lake
{
    public static DataLakeServiceClient Open(IConfiguration configuration) =>
        new DataLakeServiceClient(
            new Uri("https://contoso.dfs.core.windows.net"),
            new DefaultAzureCredential());
}
