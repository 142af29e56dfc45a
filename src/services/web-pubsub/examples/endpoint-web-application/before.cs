using Microsoft.Azure.WebPubSub.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebPubSub(options =>
    options.ServiceEndpoint = new WebPubSubServiceEndpoint(builder.Configuration["Azure:WebPubSub:ConnectionString"]))
    .AddWebPubSubServiceClient<ChatHub>();
