import { AzureKeyCredential, TextAnalyticsClient } from "@azure/ai-text-analytics";
import { ConversationAnalysisClient } from "@azure/ai-language-conversations";
import { TextAnalysisClient } from "@azure/ai-language-text";

const endpoint = process.env.LANGUAGE_ENDPOINT!;
const key = process.env.LANGUAGE_KEY!;

export const analytics = new TextAnalyticsClient(endpoint, new AzureKeyCredential(key));
export const analysis = new TextAnalysisClient(endpoint, new AzureKeyCredential(key), { defaultLanguage: "en" });
export const conversations = new ConversationAnalysisClient(endpoint, new AzureKeyCredential(key));
