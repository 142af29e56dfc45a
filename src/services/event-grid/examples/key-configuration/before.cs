using Azure;
using Azure.Messaging.EventGrid;

var publisher = new EventGridPublisherClient(
    new Uri(builder.Configuration["EventGrid:Endpoint"]!),
    new AzureKeyCredential(builder.Configuration["EventGrid:Key"]!));
