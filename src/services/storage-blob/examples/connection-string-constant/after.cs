using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Photos;

public class PhotoStore
{
    private const string BlobEndpoint = "https://contoso.blob.core.windows.net";

    private readonly BlobContainerClient _container = new BlobServiceClient(new Uri(BlobEndpoint), new DefaultAzureCredential()).GetBlobContainerClient("photos");

    public AppendBlobClient Log(string name) =>
        new BlobServiceClient(new Uri(BlobEndpoint), new DefaultAzureCredential(), new BlobClientOptions { EnableTenantDiscovery = true }).GetBlobContainerClient("logs").GetAppendBlobClient(name);
}
