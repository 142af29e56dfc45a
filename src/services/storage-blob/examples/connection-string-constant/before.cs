using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Photos;

public class PhotoStore
{
    private const string ConnectionString = "{{storage-connection-string:contoso}}";

    private readonly BlobContainerClient _container = new(ConnectionString, "photos");

    public AppendBlobClient Log(string name) =>
        new AppendBlobClient(ConnectionString, "logs", name, new BlobClientOptions { EnableTenantDiscovery = true });
}
