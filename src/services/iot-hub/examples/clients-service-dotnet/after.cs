using Azure.Identity;
using Microsoft.Azure.Devices;
using Microsoft.Extensions.Configuration;

public class Devices
{
    private readonly RegistryManager _registry;
    private readonly ServiceClient _service;

    public Devices(IConfiguration configuration)
    {
        string iotHubHostName = configuration["IOTHUB_HOSTNAME"];
        var credential = new DefaultAzureCredential();
        _registry = RegistryManager.Create(iotHubHostName, credential);
        _service = ServiceClient.Create(iotHubHostName, credential, TransportType.Amqp_WebSocket_Only);
    }
}
