import { AzureKeyCredential, OpenAIClient } from "@azure/openai";

export const client = new OpenAIClient(process.env.AZURE_OPENAI_ENDPOINT!, new AzureKeyCredential(process.env.AZURE_OPENAI_KEY!));
