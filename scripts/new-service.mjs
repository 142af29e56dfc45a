#!/usr/bin/env node
// Starts a new Azure service: the folder src/services/<id>/ from a template that works, and its line in src/services/index.ts.
//   node scripts/new-service.mjs <id> "<Title>" [--root DIR]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { Advice, isMain, projectRoot, reportAndExit } from './process.mjs';

const camelCase = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const pascalCase = (id) => camelCase(id).replace(/^./, (letter) => letter.toUpperCase());
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The imports of the example after its migration, sorted as the migration sorts them. */
const imports = (client, id) =>
  [`import { DefaultAzureCredential } from "@azure/identity";`, `import { ${client} } from "@azure/${id}";`]
    .sort((a, b) => (a.slice(a.indexOf('"')) < b.slice(b.indexOf('"')) ? -1 : 1))
    .join('\n');

/** The files of a service, by their paths in its folder. @returns {Record<string, string>} */
const template = (id, title) => {
  const client = `${pascalCase(id)}Client`;
  const setting = `AZURE_${id.replaceAll('-', '').toUpperCase()}`;
  return {
    'service.ts': `import { defineService } from '../service';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

// TODO: every line of this folder is a stand-in. Replace it with a fact and give its source in \`links\`; leave out what has none.
export const ${camelCase(id)} = defineService({
  id: '${id}',
  title: ${quoted(title)},
  secrets,
  endpoint: ({ Url }) => Url ?? null,
  endpointSetting: '${setting}_RESOURCEENDPOINT',
  endpointWords: [${id.split('-').map(quoted).join(', ')}, 'endpoint'],
  clients: { typescript },
  settings,
  identity,
  examples,
});
`,
    'secrets.ts': `/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['${setting}_KEY'];
`,
    'clients/typescript.ts': `import { rewrite, sdk } from '../../pattern';
import type { Sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/${id}', [
    rewrite(
      'new ${client}($URL, new AzureKeyCredential($KEY), ...$REST)',
      'new ${client}($URL, $CREDENTIAL, ...$REST)',
    ),
  ]),
];
`,
    'identity.ts': `import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'no',
  summary: '',
  roles: { read: [], write: [], admin: [], other: [] },
  grant: { kind: 'commands', cli: [] },
  rotate: [],
  limits: [],
  links: [],
};
`,
    'examples.ts': `import type { Example } from '../service';
import keyAfter from './examples/key-environment/after.ts?raw';
import keyBefore from './examples/key-environment/before.ts?raw';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a key from the environment',
    file: 'client.ts',
    before: keyBefore,
    after: keyAfter,
    rules: ['key-auth/${id}'],
  },
];
`,
    'examples/key-environment/before.ts': `import { AzureKeyCredential, ${client} } from "@azure/${id}";

export const client = new ${client}("https://contoso.example.com", new AzureKeyCredential(process.env.${setting}_KEY!));
`,
    'examples/key-environment/after.ts': `${imports(client, id)}

const credential = new DefaultAzureCredential();

export const client = new ${client}("https://contoso.example.com", credential);
`,
  };
};

/** `index.ts` with one service more: its import in order of path, its name at the end of the list. */
export function withService(index, id) {
  const name = camelCase(id);
  const list = /(export const services: readonly Service\[\] = \[)([^\]]*)(\];)/.exec(index);
  if (!list) throw new Advice('src/services/index.ts has no list `export const services: readonly Service[] = [...];`');
  const names = [...list[2].split(',').map((one) => one.trim()), name].filter((one) => one !== '');
  const written = `${list[1]}${names.join(', ')}${list[3]}`;
  const lines = index.replace(list[0], () => written).split('\n');
  const pathOf = (line) => /^import .* from '(\.\/[^']+)';$/.exec(line)?.[1];
  const later = lines.findIndex((line) => (pathOf(line) ?? '') > `./${id}/service`);
  const after = lines.findLastIndex((line) => pathOf(line) !== undefined) + 1;
  lines.splice(later >= 0 ? later : after, 0, `import { ${name} } from './${id}/service';`);
  return lines.join('\n');
}

/** @returns {Promise<string>} the new folder, relative to `root`. */
export async function newService(root, id, title) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    throw new Advice(`"${id}" is no id: small letters, digits and single dashes, such as service-bus`);
  if (id.startsWith('azure-')) throw new Advice(`an id goes without "azure-": ${id.slice('azure-'.length)}`);
  if (title.trim() === '') throw new Advice('a title is needed, such as "Azure Service Bus"');
  const folder = `src/services/${id}`;
  const indexFile = path.join(root, 'src/services/index.ts');
  const taken = [folder, `${folder}.ts`].find((one) => existsSync(path.join(root, one)));
  if (taken) throw new Advice(`${taken} is there already`);
  if (!existsSync(indexFile))
    throw new Advice('src/services/index.ts is missing: run this in the project, or name it with --root');
  const style = await prettier.resolveConfig(path.join(projectRoot, folder, 'service.ts'));
  const format = (text) => prettier.format(text, { ...style, parser: 'typescript' });
  const index = await format(withService(readFileSync(indexFile, 'utf8'), id));
  for (const [name, text] of Object.entries(template(id, title.trim()))) {
    const file = path.join(root, folder, name);
    const written = name.startsWith('examples/') ? text : await format(text);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, written);
  }
  writeFileSync(indexFile, index);
  return folder;
}

if (isMain(import.meta.url)) {
  try {
    const { values, positionals } = parseArgs({ options: { root: { type: 'string' } }, allowPositionals: true });
    if (positionals.length !== 2)
      throw new Advice('usage: npm run new:service -- <id> "<Title>"     e.g. contoso-queue "Contoso Queue"');
    const [id, title] = positionals;
    const folder = await newService(path.resolve(values.root ?? projectRoot), id, title);
    console.log(`${folder} is there, and src/services/index.ts lists it.

Next (CONTRIBUTING.md, "Add a service"):
  1. write its clients, identity and examples in ${folder}
  2. npx vitest run test/services        its examples are its tests
  3. npm run docs                        the tables in README.md`);
  } catch (error) {
    reportAndExit(error);
  }
}
