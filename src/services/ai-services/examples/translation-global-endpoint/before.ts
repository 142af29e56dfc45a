import createClient from "@azure-rest/ai-translation-text";

export const translator = createClient("https://api.cognitive.microsofttranslator.com", { key: process.env.TRANSLATOR_KEY!, region: "westeurope" });
