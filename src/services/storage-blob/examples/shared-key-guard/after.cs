using System;
using System.Threading.Tasks;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Photos
{
    public static class Upload
    {
        public static async Task Main()
        {
            string account = Environment.GetEnvironmentVariable("ACCOUNT_NAME");
            if (string.IsNullOrEmpty(account))
            {
                throw new InvalidOperationException("Storage settings are missing");
            }

            var credential = new DefaultAzureCredential();
            var service = new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), credential);
            await service.GetBlobContainerClient("photos").CreateIfNotExistsAsync();
        }
    }
}
