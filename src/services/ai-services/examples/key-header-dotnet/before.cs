using System;
using System.Net.Http;

var client = new HttpClient { BaseAddress = new Uri("https://contoso.cognitiveservices.azure.com") };
client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", Environment.GetEnvironmentVariable("VISION_KEY"));
