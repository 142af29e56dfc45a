using System.Configuration;
using Microsoft.ServiceBus;
using Microsoft.ServiceBus.Messaging;

public class Classic
{
    private readonly string _connection = ConfigurationManager.AppSettings["Microsoft.ServiceBus.ConnectionString"];

    public QueueClient Orders() => QueueClient.CreateFromConnectionString(_connection, "orders");
}
