using Microsoft.Azure.ServiceBus;
using Microsoft.Azure.ServiceBus.Core;

public class Senders
{
    public MessageSender Create(string connectionString)
    {
        var builder = new ServiceBusConnectionStringBuilder(connectionString);
        var connection = new ServiceBusConnection(builder);
        return new MessageSender(connection, "orders");
    }
}
