export const CUSTOM_SUBDOMAIN = /\.cognitiveservices\.azure\.(?:com|us|cn)|\.services\.ai\.azure\.com/i;

export const SPEECH = ['SpeechConfig', 'SpeechTranslationConfig'];

export const HEADER = 'Ocp-Apim-Subscription-Key';

/** The key goes into a header, which API Management and Bing have, too. */
export const IN_HEADER = /Headers\s*\.|Ocp-Apim-Subscription-Key/i;

export const OWN = /^(?![\s\S]*bing)[\s\S]*(?:cognitive|speech|vision|language|translat|face|services\.ai\.)/i;
