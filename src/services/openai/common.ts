export const AZURE_ENDPOINT = /openai\.azure\.(?:com|us)|AZURE_?OPENAI|services\.ai\.azure\.com/i;
