using System;
using Azure;
using Azure.AI.Translation.Text;

var client = new TextTranslationClient(new AzureKeyCredential(Environment.GetEnvironmentVariable("TRANSLATOR_KEY")), "westeurope");
