using System;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

public static class Search
{
    public static void Main()
    {
        var endpoint = new Uri("https://contoso.search.windows.net");
        var credential = new DefaultAzureCredential();
        var indexes = new SearchIndexClient(endpoint, credential);
        SearchClient hotels = new(endpoint, "hotels", credential);
    }
}
