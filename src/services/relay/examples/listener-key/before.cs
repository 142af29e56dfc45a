using System;
using Microsoft.Azure.Relay;

var tokens = TokenProvider.CreateSharedAccessSignatureTokenProvider("listen", Environment.GetEnvironmentVariable("RELAY_KEY"));
var listener = new HybridConnectionListener(new Uri("sb://contoso.servicebus.windows.net/orders"), tokens);
