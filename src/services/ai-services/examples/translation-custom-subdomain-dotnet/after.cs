using System;
using Azure.AI.Translation.Text;
using Azure.Identity;

var endpoint = new Uri("https://contoso.cognitiveservices.azure.com");
var credential = new DefaultAzureCredential();
var client = new TextTranslationClient(credential, endpoint);
