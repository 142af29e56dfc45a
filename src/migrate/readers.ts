import { baseName } from '../core/document';
import { formats } from '../formats/index';
import type { Reader } from '../project/settings/facts';
import type { OldSetting, ReaderKind } from '../steps/follow-up';
import type { ProjectFacts } from './project';

/** What the kinds of readers that the model tells apart are to a person. */
const KINDS: Readonly<Record<Reader['kind'], ReaderKind>> = {
  code: 'code',
  schema: 'code',
  type: 'code',
  binding: 'binding',
  host: 'itself',
  compose: 'template',
  kubernetes: 'template',
  template: 'template',
  workflow: 'workflow',
  pipeline: 'workflow',
  script: 'workflow',
};

/** Tells who reads a setting once the migration is done. */
export function readersIn(project: ProjectFacts): (name: string) => OldSetting['readers'] {
  return (name) => {
    const readers = [
      ...readersAfter(project, name),
      ...(readersKnown(project, name) ?? readersMentioning(project, name)),
    ];
    return [...new Map(readers.map((one) => [`${one.path} ${one.kind}`, one])).values()];
  };
}

/** Code of the migration itself, as it is afterwards. */
function readersAfter({ stillRead }: ProjectFacts, name: string): OldSetting['readers'] {
  // A section that is handed on: `A:` for all that is below it.
  const sections = name.split(':').flatMap((_, i, path) => (i > 0 ? [`${path.slice(0, i).join(':')}:`] : []));
  return [...stillRead]
    .filter(([, names]) => [name, ...sections].some((one) => names.has(one)))
    .map(([path]) => ({ path, kind: 'code' }));
}

/** The readers in other files, and bindings in the migrated ones, as the model knows them; null where it was not asked. */
function readersKnown({ facts, textsAfter }: ProjectFacts, name: string): OldSetting['readers'] | null {
  const known = facts.settings.get(name);
  if (!known) return null;
  return known.readers
    .filter(({ nearness }) => nearness !== 'other')
    .filter((reader) => !isWordOfTemplate(reader))
    .filter(({ path, kind }) => {
      const after = textsAfter.get(path);
      return after === undefined || (kind === 'binding' && mentions(after, name));
    })
    .map(({ path, kind }) => ({ path, kind: KINDS[kind] }));
}

/** A template above all projects that has the word, not in quotes: `connectionString` is a property of resources too. */
const isWordOfTemplate = ({ kind, doubtful, nearness }: Reader): boolean =>
  kind === 'template' && doubtful && nearness === 'shared';

/** Without a model: whatever other file mentions the name. */
function readersMentioning({ document, language, files }: ProjectFacts, name: string): OldSetting['readers'] {
  return files
    .filter(({ path }) => path !== document && !language.manifest.isManifest(path))
    .filter(({ path }) => !formats.some((one) => one.handles(path)))
    .filter(({ text }) => reads(text, name))
    .map(({ path, text }) => ({ path, kind: readerKind(path, text, name) }));
}

const mentions = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replace(/\W/g, '\\$&')}(?![\\w-])`).test(text);

/** True when a text may read a setting: by its name, or by a part of a path `A:B`, whatever section that is in. */
function reads(text: string, name: string): boolean {
  const [section = '', ...rest] = name.split(':');
  const last = rest.at(-1);
  if (last === undefined) return mentions(text, name);
  const parts = [
    name,
    name.replaceAll(':', '__'),
    `"${last}"`,
    ...(section === 'ConnectionStrings' ? [] : [`"${section}"`]),
  ];
  return parts.some((part) => mentions(text, part));
}

const escaped = (text: string): string => text.replace(/\W/g, '\\$&');

/** A trigger, binding or connection of Azure Functions in code: an attribute or an option that is called so. */
const inBinding = (name: string): RegExp =>
  new RegExp(`\\bconnection\\w{0,99}["']?\\s{0,99}[=:]\\s{0,99}["']%?${escaped(name)}%?["']`, 'i');

/** What a file that mentions a setting is to it, by its name and by how it mentions it. */
function readerKind(path: string, text: string, name: string): ReaderKind {
  const file = baseName(path);
  if (/^function\.json$/i.test(file)) return 'binding';
  if (/\.(?:bicep|bicepparam|tf|tfvars|hcl)$/i.test(file) || /^(?:docker-)?compose[\w.-]{0,100}\.ya?ml$/i.test(file))
    return 'template';
  if (/(?:^|\/)\.github\/|(?:^|\/)\.azuredevops\//.test(path) || /pipeline[\w.-]{0,200}\.ya?ml$/i.test(file))
    return 'workflow';
  if (/\.(?:sh|bash|zsh|ps1|psm1|cmd|bat)$/i.test(file) || /^(?:Dockerfile|Makefile|Procfile|Jenkinsfile)/i.test(file))
    return 'workflow';
  if (/\.(?:ya?ml|jsonc?|xml|config|ini|properties|toml)$/i.test(file)) return 'template';
  return inBinding(name).test(text) ? 'binding' : 'code';
}
