using System;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using Azure.AI.Vision.ImageAnalysis;
using Azure.Identity;

Uri endpoint = new("https://contoso.cognitiveservices.azure.com/");

var credential = new DefaultAzureCredential();
DocumentAnalysisClient forms = new(endpoint, credential);
ImageAnalysisClient images = new(endpoint, credential);
