using System;
using Azure;
using Azure.AI.Translation.Text;

var endpoint = new Uri("https://contoso.cognitiveservices.azure.com");
var client = new TextTranslationClient(new AzureKeyCredential(Environment.GetEnvironmentVariable("TRANSLATOR_KEY")), endpoint, "westeurope");
