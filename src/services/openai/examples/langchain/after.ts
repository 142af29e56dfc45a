import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
import { AzureChatOpenAI, AzureOpenAIEmbeddings } from "@langchain/openai";

const credential = new DefaultAzureCredential();

export const model = new AzureChatOpenAI({
  azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"),
  azureOpenAIApiInstanceName: "contoso",
  azureOpenAIApiDeploymentName: "gpt-4o",
  azureOpenAIApiVersion: "2024-10-21",
});
export const embeddings = new AzureOpenAIEmbeddings({
  azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"),
  azureOpenAIApiInstanceName: "contoso",
});
