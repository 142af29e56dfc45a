import ContentSafetyClient from "@azure-rest/ai-content-safety";
import DocumentIntelligence from "@azure-rest/ai-document-intelligence";
import createImageClient from "@azure-rest/ai-vision-image-analysis";
import { AzureKeyCredential } from "@azure/core-auth";

const endpoint = process.env.AZURE_AISERVICES_ENDPOINT!;
const key = process.env.AZURE_AISERVICES_KEY!;
const credential = new AzureKeyCredential(key);

export const safety = ContentSafetyClient(endpoint, credential);
export const images = createImageClient(endpoint, credential);
export const documents = DocumentIntelligence(endpoint, { key });
