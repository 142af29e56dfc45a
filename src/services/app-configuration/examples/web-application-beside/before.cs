using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
var connection = builder.Configuration.GetConnectionString("AppConfig");
builder.Configuration.AddAzureAppConfiguration(options => options.Connect(connection).UseFeatureFlags());
builder.Services.AddSingleton(_ => ConnectionMultiplexer.Connect("localhost"));
