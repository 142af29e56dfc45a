import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
import OpenAI from "openai";

const credential = new DefaultAzureCredential();

export const client = new OpenAI({
  baseURL: `${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/`,
  apiKey: getBearerTokenProvider(credential, "https://ai.azure.com/.default"),
});
