using Azure.Identity;
using Microsoft.Azure.SignalR;

var builder = WebApplication.CreateBuilder(args);
var credential = new DefaultAzureCredential();
builder.Services.AddSignalR().AddAzureSignalR(signalR => signalR.Endpoints = new[] { new ServiceEndpoint(new Uri(builder.Configuration["AZURE_SIGNALR_ENDPOINT"]!), credential) });
var app = builder.Build();
app.Run();
