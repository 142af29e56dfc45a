import ModelClient from "@azure-rest/ai-inference";
import { AzureKeyCredential } from "@azure/core-auth";

export const client = ModelClient(process.env.AZURE_INFERENCE_ENDPOINT!, new AzureKeyCredential(process.env.AZURE_INFERENCE_CREDENTIAL!));
