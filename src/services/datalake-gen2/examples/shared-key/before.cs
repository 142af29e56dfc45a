using System;
using Azure.Storage;
using Azure.Storage.Files.DataLake;

public static class Lake
{
    public static DataLakeServiceClient Open(IConfiguration configuration) =>
        new DataLakeServiceClient(
            new Uri("https://contoso.dfs.core.windows.net"),
            new StorageSharedKeyCredential("contoso", configuration["Lake:Key"]));
}
