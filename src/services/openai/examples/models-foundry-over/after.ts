import ModelClient from "@azure-rest/ai-inference";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = ModelClient("https://contoso.services.ai.azure.com/models", credential, { credentials: { scopes: ["https://cognitiveservices.azure.com/.default"] } });
