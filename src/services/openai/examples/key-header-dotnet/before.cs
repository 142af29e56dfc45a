using System;
using System.Net.Http;

var http = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com") };
http.DefaultRequestHeaders.Add("api-key", Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY"));
