using System;
using System.Net.Http;

var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.azurewebsites.net/api/resize");
request.Headers.Add("x-functions-key", Environment.GetEnvironmentVariable("FUNCTION_KEY"));
