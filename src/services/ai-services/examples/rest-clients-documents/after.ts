import ContentSafetyClient from "@azure-rest/ai-content-safety";
import DocumentIntelligence from "@azure-rest/ai-document-intelligence";
import createImageClient from "@azure-rest/ai-vision-image-analysis";
import { DefaultAzureCredential } from "@azure/identity";

const azureCredential = new DefaultAzureCredential();

const endpoint = process.env.AZURE_AISERVICES_ENDPOINT!;

export const safety = ContentSafetyClient(endpoint, azureCredential);
export const images = createImageClient(endpoint, azureCredential);
export const documents = DocumentIntelligence(endpoint, azureCredential);
