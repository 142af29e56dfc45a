import { DefaultAzureCredential } from "@azure/identity";
import { OpenAIClient } from "@azure/openai";

const credential = new DefaultAzureCredential();

export const client = new OpenAIClient(process.env.AZURE_OPENAI_ENDPOINT!, credential);
