#!/usr/bin/env node
// Starts a new Azure service: src/services/<id>.ts from a template that works, and its line in src/services/index.ts.
//   node scripts/new-service.mjs <id> "<Title>" [--root DIR]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

const template = (id, title) => {
  const client = `${pascalCase(id)}Client`;
  const setting = `AZURE_${id.replaceAll('-', '').toUpperCase()}`;
  return `import { rewrite, sdk } from './pattern';
import { defineService } from './service';

// TODO: every line below is a stand-in. Replace it with a fact and give its source in \`links\`; leave out what has none.
export const ${camelCase(id)} = defineService({
  id: '${id}',
  title: ${quoted(title)},
  secrets: [],
  endpoint: ({ Url }) => Url ?? null,
  endpointSetting: '${setting}_RESOURCEENDPOINT',
  endpointWords: [${id.split('-').map(quoted).join(', ')}, 'endpoint'],
  clients: {
    typescript: [
      sdk('@azure/${id}', [
        rewrite(
          'new ${client}($URL, new AzureKeyCredential($KEY), ...$REST)',
          'new ${client}($URL, $CREDENTIAL, ...$REST)',
        ),
      ]),
    ],
  },
  settings: ['${setting}_KEY'],
  identity: {
    support: 'no',
    summary: '',
    roles: { read: [], write: [], admin: [], other: [] },
    grant: { kind: 'commands', cli: [] },
    rotate: [],
    limits: [],
    links: [],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a key from the environment',
      file: 'client.ts',
      before: \`import { AzureKeyCredential, ${client} } from "@azure/${id}";

export const client = new ${client}("https://contoso.example.com", new AzureKeyCredential(process.env.${setting}_KEY!));
\`,
      after: \`${imports(client, id)}

const credential = new DefaultAzureCredential();

export const client = new ${client}("https://contoso.example.com", credential);
\`,
      rules: ['key-auth/${id}'],
    },
  ],
});
`;
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
  const later = lines.findIndex((line) => (pathOf(line) ?? '') > `./${id}`);
  const after = lines.findLastIndex((line) => pathOf(line) !== undefined) + 1;
  lines.splice(later >= 0 ? later : after, 0, `import { ${name} } from './${id}';`);
  return lines.join('\n');
}

/** @returns {Promise<string>} the new file, relative to `root`. */
export async function newService(root, id, title) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    throw new Advice(`"${id}" is no id: small letters, digits and single dashes, such as service-bus`);
  if (id.startsWith('azure-')) throw new Advice(`an id goes without "azure-": ${id.slice('azure-'.length)}`);
  if (title.trim() === '') throw new Advice('a title is needed, such as "Azure Service Bus"');
  const file = `src/services/${id}.ts`;
  const indexFile = path.join(root, 'src/services/index.ts');
  if (existsSync(path.join(root, file))) throw new Advice(`${file} is there already`);
  if (!existsSync(indexFile))
    throw new Advice('src/services/index.ts is missing: run this in the project, or name it with --root');
  const style = await prettier.resolveConfig(path.join(projectRoot, file));
  const format = (text) => prettier.format(text, { ...style, parser: 'typescript' });
  const [service, index] = await Promise.all([
    format(template(id, title.trim())),
    format(withService(readFileSync(indexFile, 'utf8'), id)),
  ]);
  writeFileSync(path.join(root, file), service);
  writeFileSync(indexFile, index);
  return file;
}

if (isMain(import.meta.url)) {
  try {
    const { values, positionals } = parseArgs({ options: { root: { type: 'string' } }, allowPositionals: true });
    if (positionals.length !== 2)
      throw new Advice('usage: npm run new:service -- <id> "<Title>"     e.g. contoso-queue "Contoso Queue"');
    const [id, title] = positionals;
    const file = await newService(path.resolve(values.root ?? projectRoot), id, title);
    console.log(`${file} stands, and src/services/index.ts lists it.

Next (CONTRIBUTING.md, "Add a service"):
  1. write its clients, identity and examples in ${file}
  2. npx vitest run test/services        its examples are its tests
  3. npm run docs                        the tables in README.md`);
  } catch (error) {
    reportAndExit(error);
  }
}
