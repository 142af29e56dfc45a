using System;
using Microsoft.Azure.Devices.Client;

var client = DeviceClient.CreateFromConnectionString(Environment.GetEnvironmentVariable("IOTHUB_DEVICE_CONNECTION_STRING"), TransportType.Mqtt);
