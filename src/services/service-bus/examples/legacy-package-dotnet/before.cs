using System;
using Microsoft.Azure.ServiceBus;

var queue = new QueueClient(Environment.GetEnvironmentVariable("SERVICEBUS_CONNECTION_STRING"), "orders");
