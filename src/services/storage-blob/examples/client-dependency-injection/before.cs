using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => new BlobServiceClient(builder.Configuration.GetConnectionString("Storage")));

var app = builder.Build();
app.MapGet("/", (BlobServiceClient blobs) => blobs.AccountName);
app.Run();
