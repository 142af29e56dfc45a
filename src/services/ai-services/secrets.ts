/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['ai-services-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_AISERVICES_KEY',
  'COGNITIVE_SERVICE_KEY',
  'LANGUAGE_KEY',
  'AZURE_LANGUAGE_KEY',
  'AZURE_TEXT_ANALYTICS_KEY',
  'VISION_KEY',
  'SPEECH_KEY',
  'AZURE_SPEECH_KEY',
  'DOCUMENTINTELLIGENCE_API_KEY',
  'FORM_RECOGNIZER_KEY',
  'TRANSLATOR_KEY',
  'CONTENT_SAFETY_KEY',
];
