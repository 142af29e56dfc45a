using Microsoft.Azure.Devices;
using Microsoft.Extensions.Configuration;

public class Devices
{
    private readonly RegistryManager _registry;
    private readonly ServiceClient _service;

    public Devices(IConfiguration configuration)
    {
        string connectionString = configuration.GetConnectionString("IotHub");
        _registry = RegistryManager.CreateFromConnectionString(connectionString);
        _service = ServiceClient.CreateFromConnectionString(connectionString, TransportType.Amqp_WebSocket_Only);
    }
}
