using Azure.Identity;
using Microsoft.Extensions.Azure;

builder.Services.AddAzureClients(clients =>
{
    clients.AddServiceBusClientWithNamespace(builder.Configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"]);
    clients.UseCredential(new DefaultAzureCredential());
});
