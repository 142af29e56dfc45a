import OpenAI from "openai";

const apiKey = process.env.AZURE_OPENAI_API_KEY!;

export const client = new OpenAI({
  apiKey,
  baseURL: "https://contoso.openai.azure.com/openai/deployments/gpt-4o",
  defaultQuery: { "api-version": "2024-10-21" },
  defaultHeaders: { "api-key": apiKey },
});
