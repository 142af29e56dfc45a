using Azure.Identity;
using Azure.Messaging.EventGrid;

var credential = new DefaultAzureCredential();
var publisher = new EventGridPublisherClient(
    new Uri(builder.Configuration["EventGrid:Endpoint"]!),
    credential);
