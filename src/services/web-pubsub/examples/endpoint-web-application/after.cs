using Azure.Identity;
using Microsoft.Azure.WebPubSub.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebPubSub(options =>
    options.ServiceEndpoint = new WebPubSubServiceEndpoint(new Uri(builder.Configuration["AZURE_WEBPUBSUB_ENDPOINT"]!), new DefaultAzureCredential()))
    .AddWebPubSubServiceClient<ChatHub>();
