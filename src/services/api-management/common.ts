import { hasNo } from '../../core/text-test';

// The header is that of Azure AI services and of Bing, too.
export const HEADER = 'Ocp-Apim-Subscription-Key';

export const OWN = hasNo(/cognitive|speech|vision|language|translat|face|bing|openai|services\.ai\./i);
