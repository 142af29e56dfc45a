import { hasBut } from '../../core/text-test';

export const CUSTOM_SUBDOMAIN = /\.cognitiveservices\.azure\.(?:com|us|cn)|\.services\.ai\.azure\.com/i;

export const SPEECH = ['SpeechConfig', 'SpeechTranslationConfig'];

export const HEADER = 'Ocp-Apim-Subscription-Key';

export const OWN = hasBut(/cognitive|speech|vision|language|translat|face|services\.ai\./i, /bing/i);
