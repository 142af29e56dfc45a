using System;
using StackExchange.Redis;

public static class Cache
{
    public static ConnectionMultiplexer Connect() =>
        ConnectionMultiplexer.Connect(Environment.GetEnvironmentVariable("AZURE_REDIS_CONNECTIONSTRING"));

    public static ConfigurationOptions Options() => new ConfigurationOptions
    {
        EndPoints = { "contoso.redis.cache.windows.net:6380" },
        Password = Environment.GetEnvironmentVariable("REDIS_KEY"),
        Ssl = true,
    };
}
