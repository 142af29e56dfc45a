// A type that examples are given, where the package is.
public class ChatHub : Microsoft.Azure.WebPubSub.AspNetCore.WebPubSubHub { }
