using System;
using Azure.AI.ContentSafety;
using Azure.AI.DocumentIntelligence;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

public class Analysis
{
    private readonly TextAnalyticsClient _language;
    private readonly DocumentIntelligenceClient _documents;
    private readonly ContentSafetyClient _safety;

    public Analysis(IConfiguration configuration)
    {
        var endpoint = new Uri(configuration["AIServices:Endpoint"]);
        var azureCredential = new DefaultAzureCredential();
        _language = new TextAnalyticsClient(endpoint, azureCredential, new TextAnalyticsClientOptions { DefaultLanguage = "en" });
        _documents = new DocumentIntelligenceClient(endpoint, azureCredential);
        _safety = new ContentSafetyClient(endpoint, azureCredential);
    }
}
