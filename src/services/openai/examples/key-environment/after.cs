using System.ClientModel;
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI.Chat;

var endpoint = Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!;

var credential = new DefaultAzureCredential();
AzureOpenAIClient azure = new(new Uri(endpoint), credential);
ChatClient chat = azure.GetChatClient("gpt-4o");
