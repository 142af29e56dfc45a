using System;
using Azure;
using Azure.Messaging.EventGrid.Namespaces;

var sender = new EventGridSenderClient(new Uri("https://contoso.westeurope-1.eventgrid.azure.net"), "orders", new AzureKeyCredential(Environment.GetEnvironmentVariable("EVENTGRID_KEY")));
