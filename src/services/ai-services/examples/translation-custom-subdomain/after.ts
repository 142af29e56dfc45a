import TextTranslationClient from "@azure-rest/ai-translation-text";
import { DefaultAzureCredential } from "@azure/identity";

const endpoint = "https://contoso.cognitiveservices.azure.com";
const credential = new DefaultAzureCredential();

export const translator = TextTranslationClient(endpoint, credential);
