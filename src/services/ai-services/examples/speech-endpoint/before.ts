import { SpeechTranslationConfig } from "microsoft-cognitiveservices-speech-sdk";

const endpoint = new URL("https://contoso.cognitiveservices.azure.com");

export const config = SpeechTranslationConfig.fromEndpoint(endpoint, process.env.SPEECH_KEY!);
