import ContentSafetyClient from "@azure-rest/ai-content-safety";
import DocumentIntelligence from "@azure-rest/ai-document-intelligence";
import createImageClient from "@azure-rest/ai-vision-image-analysis";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const endpoint = process.env.AZURE_AISERVICES_ENDPOINT!;

export const safety = ContentSafetyClient(endpoint, credential);
export const images = createImageClient(endpoint, credential);
export const documents = DocumentIntelligence(endpoint, credential);
