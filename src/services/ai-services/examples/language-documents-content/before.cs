using System;
using Azure;
using Azure.AI.ContentSafety;
using Azure.AI.DocumentIntelligence;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Configuration;

public class Analysis
{
    private readonly TextAnalyticsClient _language;
    private readonly DocumentIntelligenceClient _documents;
    private readonly ContentSafetyClient _safety;

    public Analysis(IConfiguration configuration)
    {
        var endpoint = new Uri(configuration["AIServices:Endpoint"]);
        var credential = new AzureKeyCredential(configuration["AIServices:Key"]);
        _language = new TextAnalyticsClient(endpoint, credential, new TextAnalyticsClientOptions { DefaultLanguage = "en" });
        _documents = new DocumentIntelligenceClient(endpoint, credential);
        _safety = new ContentSafetyClient(endpoint, credential);
    }
}
