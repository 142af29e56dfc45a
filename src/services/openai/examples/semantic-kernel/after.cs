using Azure.Identity;
using Microsoft.SemanticKernel;

var credential = new DefaultAzureCredential();
var kernel = Kernel.CreateBuilder()
    .AddAzureOpenAIChatCompletion("gpt-4o", "https://contoso.openai.azure.com", credential)
    .Build();
