using Azure.Identity;
using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => new BlobServiceClient(new Uri(builder.Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), new DefaultAzureCredential()));

var app = builder.Build();
app.MapGet("/", (BlobServiceClient blobs) => blobs.AccountName);
app.Run();
