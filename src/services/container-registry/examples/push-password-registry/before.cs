using System;
using Docker.DotNet.Models;

public static class Push
{
    public static AuthConfig Login() => new AuthConfig
    {
        ServerAddress = "contoso.azurecr.io",
        Username = "contoso",
        Password = Environment.GetEnvironmentVariable("ACR_PASSWORD"),
    };
}
