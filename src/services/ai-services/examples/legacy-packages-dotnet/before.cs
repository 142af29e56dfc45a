using System;
using Microsoft.Azure.CognitiveServices.Vision.ComputerVision;

var client = new ComputerVisionClient(new ApiKeyServiceClientCredentials(Environment.GetEnvironmentVariable("VISION_KEY")))
{
    Endpoint = "https://contoso.cognitiveservices.azure.com",
};
