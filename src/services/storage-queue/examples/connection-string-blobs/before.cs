using Azure.Storage.Blobs;
using Azure.Storage.Queues;

var connectionString = builder.Configuration["Storage:ConnectionString"];
var blobs = new BlobServiceClient(connectionString);
var orders = new QueueClient(connectionString, "orders", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
