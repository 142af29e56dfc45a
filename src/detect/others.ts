/**
 * The kinds of secrets that are not Azure's, as secretlint's recommended preset finds them (`detect/secretlint`).
 * A plain list, so that naming the rules loads no rule.
 */
export const otherKinds: readonly { readonly id: string; readonly noun: string }[] = [
  { id: 'aws', noun: 'an AWS key' },
  { id: 'gcp', noun: 'a Google Cloud service account key' },
  { id: 'private-key', noun: 'a private key' },
  { id: 'npm', noun: 'an npm token' },
  { id: 'basicauth', noun: 'a password in a URL' },
  { id: 'slack', noun: 'a Slack token' },
  { id: 'sendgrid', noun: 'a SendGrid key' },
  { id: 'shopify', noun: 'a Shopify token' },
  { id: 'github', noun: 'a GitHub token' },
  { id: 'gitlab', noun: 'a GitLab token' },
  { id: 'grafana', noun: 'a Grafana token' },
  { id: 'openai', noun: 'an OpenAI key' },
  { id: 'anthropic', noun: 'an Anthropic key' },
  { id: 'groq', noun: 'a Groq key' },
  { id: 'huggingface', noun: 'a Hugging Face token' },
  { id: 'linear', noun: 'a Linear key' },
  { id: 'notion', noun: 'a Notion token' },
  { id: '1password', noun: 'a 1Password token' },
  { id: 'database-connection-string', noun: 'a database password' },
  { id: 'hashicorp-vault', noun: 'a HashiCorp Vault token' },
  { id: 'vercel', noun: 'a Vercel token' },
  { id: 'databricks-pat', noun: 'a Databricks token' },
  { id: 'docker', noun: 'a Docker token' },
  { id: 'figma', noun: 'a Figma token' },
];
