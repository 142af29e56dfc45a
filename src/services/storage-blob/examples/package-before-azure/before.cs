using Microsoft.Azure.Storage;
using Microsoft.Azure.Storage.Auth;
using Microsoft.Azure.Storage.Blob;

public class Cloud
{
    public CloudBlobClient Create(IConfiguration configuration)
    {
        var credentials = new StorageCredentials(configuration["Storage:Account"], configuration["Storage:Key"]);
        return new CloudStorageAccount(credentials, useHttps: true).CreateCloudBlobClient();
    }
}
