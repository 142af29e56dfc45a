import { DefaultAzureCredential } from "@azure/identity";
import { SpeechTranslationConfig } from "microsoft-cognitiveservices-speech-sdk";

const credential = new DefaultAzureCredential();

const endpoint = new URL("https://contoso.cognitiveservices.azure.com");

export const config = SpeechTranslationConfig.fromEndpoint(endpoint, credential);
