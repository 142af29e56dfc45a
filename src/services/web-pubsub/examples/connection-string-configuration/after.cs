using Azure.Identity;
using Azure.Messaging.WebPubSub;

var credential = new DefaultAzureCredential();
var hub = new WebPubSubServiceClient(new Uri(builder.Configuration["AZURE_WEBPUBSUB_ENDPOINT"]!), "chat", credential);
