import type { SecretKind } from './kind';
import { privateKeyRights, serviceKey, sharedPassword, tokenRights } from './opens';

/**
 * The kinds of secrets that are not Azure's, as secretlint's recommended preset finds them (`detect/secretlint`).
 * A plain list, so that naming the rules loads no rule.
 */
export const otherKinds: readonly Pick<SecretKind, 'id' | 'noun' | 'opens'>[] = [
  { id: 'aws', noun: 'an AWS key', opens: serviceKey },
  { id: 'gcp', noun: 'a Google Cloud service account key', opens: serviceKey },
  { id: 'private-key', noun: 'a private key', opens: privateKeyRights },
  { id: 'npm', noun: 'an npm token', opens: tokenRights },
  { id: 'basicauth', noun: 'a password in a URL', opens: sharedPassword },
  { id: 'slack', noun: 'a Slack token', opens: tokenRights },
  { id: 'sendgrid', noun: 'a SendGrid key', opens: serviceKey },
  { id: 'shopify', noun: 'a Shopify token', opens: tokenRights },
  { id: 'github', noun: 'a GitHub token', opens: tokenRights },
  { id: 'gitlab', noun: 'a GitLab token', opens: tokenRights },
  { id: 'grafana', noun: 'a Grafana token', opens: tokenRights },
  { id: 'openai', noun: 'an OpenAI key', opens: serviceKey },
  { id: 'anthropic', noun: 'an Anthropic key', opens: serviceKey },
  { id: 'groq', noun: 'a Groq key', opens: serviceKey },
  { id: 'huggingface', noun: 'a Hugging Face token', opens: tokenRights },
  { id: 'linear', noun: 'a Linear key', opens: serviceKey },
  { id: 'notion', noun: 'a Notion token', opens: tokenRights },
  { id: '1password', noun: 'a 1Password token', opens: tokenRights },
  { id: 'database-connection-string', noun: 'a database password', opens: sharedPassword },
  { id: 'hashicorp-vault', noun: 'a HashiCorp Vault token', opens: tokenRights },
  { id: 'vercel', noun: 'a Vercel token', opens: tokenRights },
  { id: 'databricks-pat', noun: 'a Databricks token', opens: tokenRights },
  { id: 'docker', noun: 'a Docker token', opens: tokenRights },
  { id: 'figma', noun: 'a Figma token', opens: tokenRights },
];
