/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['devops-pat'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_DEVOPS_EXT_PAT',
  'AZURE_DEVOPS_PAT',
  'AZDO_PERSONAL_ACCESS_TOKEN',
  'AZDO_PAT',
];
