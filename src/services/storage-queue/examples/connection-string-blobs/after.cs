using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

var blobEndpoint = builder.Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"];
var queueEndpoint = builder.Configuration["AZURE_STORAGEQUEUE_RESOURCEENDPOINT"];
var credential = new DefaultAzureCredential();
var blobs = new BlobServiceClient(new Uri(blobEndpoint!), credential);
var orders = new QueueServiceClient(new Uri(queueEndpoint!), credential, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).GetQueueClient("orders");
