import { AzureKeyCredential, TextAnalyticsClient } from "@azure/ai-text-analytics";

export const client = new TextAnalyticsClient("https://westeurope.api.cognitive.microsoft.com", new AzureKeyCredential(process.env.LANGUAGE_KEY!));
