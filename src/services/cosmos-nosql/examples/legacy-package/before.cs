using System;
using Microsoft.Azure.Documents.Client;

public class Documents
{
    public DocumentClient Create(IConfiguration configuration) =>
        new DocumentClient(new Uri(configuration["Cosmos:Endpoint"]), configuration["Cosmos:Key"]);
}
