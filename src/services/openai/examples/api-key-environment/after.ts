import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
import { AzureOpenAI } from "openai";

const credential = new DefaultAzureCredential();

const endpoint = process.env.AZURE_OPENAI_ENDPOINT;

export const client = new AzureOpenAI({ endpoint, azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"), apiVersion: "2024-10-21", deployment: "gpt-4o" });
