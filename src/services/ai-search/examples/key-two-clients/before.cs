using System;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

public static class Search
{
    public static void Main()
    {
        var endpoint = new Uri("https://contoso.search.windows.net");
        var key = new AzureKeyCredential(Environment.GetEnvironmentVariable("SEARCH_KEY"));
        var indexes = new SearchIndexClient(endpoint, key);
        SearchClient hotels = new(endpoint, "hotels", key);
    }
}
