/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['azure-openai-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_KEY',
  'AZURE_AI_API_KEY',
  'AZURE_INFERENCE_CREDENTIAL',
];
