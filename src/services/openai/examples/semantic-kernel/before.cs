using Microsoft.SemanticKernel;

var kernel = Kernel.CreateBuilder()
    .AddAzureOpenAIChatCompletion("gpt-4o", "https://contoso.openai.azure.com", builder.Configuration["OpenAI:Key"]!)
    .Build();
