using System;
using Azure.Identity;
using Azure.Messaging.EventGrid.Namespaces;

var credential = new DefaultAzureCredential();
var sender = new EventGridSenderClient(new Uri("https://contoso.westeurope-1.eventgrid.azure.net"), "orders", credential);
