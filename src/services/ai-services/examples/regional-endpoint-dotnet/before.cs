using System;
using Azure;
using Azure.AI.TextAnalytics;

var client = new TextAnalyticsClient(new Uri("https://westeurope.api.cognitive.microsoft.com"), new AzureKeyCredential(Environment.GetEnvironmentVariable("LANGUAGE_KEY")));
