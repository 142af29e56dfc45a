import { DefaultAzureCredential } from "@azure/identity";
import * as sdk from "microsoft-cognitiveservices-speech-sdk";

const credential = new DefaultAzureCredential();

const speechConfig = sdk.SpeechConfig.fromEndpoint(new URL(process.env.AZURE_AISERVICES_ENDPOINT!), credential);

export const synthesizer = new sdk.SpeechSynthesizer(speechConfig);
