import { AzureOpenAI } from "openai";

const endpoint = process.env.AZURE_OPENAI_ENDPOINT;
const apiKey = process.env.AZURE_OPENAI_API_KEY;

export const client = new AzureOpenAI({ endpoint, apiKey, apiVersion: "2024-10-21", deployment: "gpt-4o" });
