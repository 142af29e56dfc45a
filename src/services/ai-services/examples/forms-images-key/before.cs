using System;
using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using Azure.AI.Vision.ImageAnalysis;

const string key = "{{hex}}";
Uri endpoint = new("https://contoso.cognitiveservices.azure.com/");

DocumentAnalysisClient forms = new(endpoint, new AzureKeyCredential(key));
ImageAnalysisClient images = new(endpoint, new AzureKeyCredential(key));
