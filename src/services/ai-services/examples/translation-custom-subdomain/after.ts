import TextTranslationClient from "@azure-rest/ai-translation-text";
import { DefaultAzureCredential } from "@azure/identity";

const azureCredential = new DefaultAzureCredential();

const endpoint = "https://contoso.cognitiveservices.azure.com";

export const translator = TextTranslationClient(endpoint, azureCredential);
