using System;
using Azure;
using Azure.AI.Inference;

var client = new ChatCompletionsClient(
    new Uri(Environment.GetEnvironmentVariable("AZURE_AI_ENDPOINT")),
    new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_AI_API_KEY")));
