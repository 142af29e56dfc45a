using System.ClientModel;
using Azure.AI.OpenAI;
using OpenAI.Chat;

var endpoint = Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!;
var key = Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY")!;

AzureOpenAIClient azure = new(new Uri(endpoint), new ApiKeyCredential(key));
ChatClient chat = azure.GetChatClient("gpt-4o");
