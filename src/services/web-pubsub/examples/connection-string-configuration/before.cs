using Azure.Messaging.WebPubSub;

var hub = new WebPubSubServiceClient(builder.Configuration["WebPubSub:ConnectionString"], "chat");
