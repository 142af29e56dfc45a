import ModelClient from "@azure-rest/ai-inference";
import { AzureKeyCredential } from "@azure/core-auth";

export const client = ModelClient("https://contoso.services.ai.azure.com/models", new AzureKeyCredential(process.env.AZURE_AI_API_KEY!));
