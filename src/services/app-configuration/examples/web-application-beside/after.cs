using Azure.Identity;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
var appConfigEndpoint = builder.Configuration["AZURE_APPCONFIGURATION_ENDPOINT"];
builder.Configuration.AddAzureAppConfiguration(options => options.Connect(new Uri(appConfigEndpoint!), new DefaultAzureCredential()).UseFeatureFlags());
builder.Services.AddSingleton(_ => ConnectionMultiplexer.Connect("localhost"));
