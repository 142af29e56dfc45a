using Azure.Identity;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
var credential = new DefaultAzureCredential();
builder.Services.AddDbContext<ShopContext>(options =>
    options.UseCosmos(
        builder.Configuration["Cosmos:Endpoint"]!,
        tokenCredential: credential,
        databaseName: "shop"));
