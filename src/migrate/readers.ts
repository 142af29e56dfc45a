import { baseName } from '../core/document';
import type { ReaderKind } from '../steps/work';

const escaped = (text: string): string => text.replace(/\W/g, '\\$&');

/** A trigger, binding or connection of Azure Functions in code: an attribute or an option that is called so. */
const inBinding = (name: string): RegExp =>
  new RegExp(`\\bconnection\\w*["']?\\s*[=:]\\s*["']%?${escaped(name)}%?["']`, 'i');

/** What a file that mentions a setting is to it, by its name and by how it mentions it. */
export function readerKind(path: string, text: string, name: string): ReaderKind {
  const file = baseName(path);
  if (/^function\.json$/i.test(file)) return 'binding';
  if (/\.(?:bicep|bicepparam|tf|tfvars|hcl)$/i.test(file) || /^(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(file))
    return 'template';
  if (/(?:^|\/)\.github\/|(?:^|\/)\.azuredevops\//.test(path) || /pipelines?[\w.-]*\.ya?ml$/i.test(file))
    return 'workflow';
  if (/\.(?:sh|bash|zsh|ps1|psm1|cmd|bat)$/i.test(file) || /^(?:Dockerfile|Makefile|Procfile|Jenkinsfile)/i.test(file))
    return 'workflow';
  if (/\.(?:ya?ml|jsonc?|xml|config|ini|properties|toml)$/i.test(file)) return 'template';
  return inBinding(name).test(text) ? 'binding' : 'code';
}
