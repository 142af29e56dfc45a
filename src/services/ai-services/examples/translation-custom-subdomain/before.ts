import TextTranslationClient from "@azure-rest/ai-translation-text";

const endpoint = "https://contoso.cognitiveservices.azure.com";
const credential = { key: process.env.TRANSLATOR_KEY!, region: "westeurope" };

export const translator = TextTranslationClient(endpoint, credential);
