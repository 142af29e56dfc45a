using System;
using System.Threading.Tasks;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace Photos
{
    public static class Upload
    {
        public static async Task Main()
        {
            string account = Environment.GetEnvironmentVariable("ACCOUNT_NAME");
            string accountKey = Environment.GetEnvironmentVariable("ACCOUNT_KEY");
            if (string.IsNullOrEmpty(account) || string.IsNullOrEmpty(accountKey))
            {
                throw new InvalidOperationException("Storage settings are missing");
            }

            var sharedKey = new StorageSharedKeyCredential(account, accountKey);
            var service = new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), sharedKey);
            await service.GetBlobContainerClient("photos").CreateIfNotExistsAsync();
        }
    }
}
