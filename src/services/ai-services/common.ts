export const CUSTOM_SUBDOMAIN = /\.cognitiveservices\.azure\.(?:com|us|cn)|\.services\.ai\.azure\.com/i;

export const SPEECH = ['SpeechConfig', 'SpeechTranslationConfig'];

export const HEADER = 'Ocp-Apim-Subscription-Key';

export const OWN = /^(?![\s\S]*bing)[\s\S]*(?:cognitive|speech|vision|language|translat|face|services\.ai\.)/i;
