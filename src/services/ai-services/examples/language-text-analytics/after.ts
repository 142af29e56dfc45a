import { TextAnalyticsClient } from "@azure/ai-text-analytics";
import { ConversationAnalysisClient } from "@azure/ai-language-conversations";
import { TextAnalysisClient } from "@azure/ai-language-text";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const endpoint = process.env.LANGUAGE_ENDPOINT!;

export const analytics = new TextAnalyticsClient(endpoint, credential);
export const analysis = new TextAnalysisClient(endpoint, credential, { defaultLanguage: "en" });
export const conversations = new ConversationAnalysisClient(endpoint, credential);
