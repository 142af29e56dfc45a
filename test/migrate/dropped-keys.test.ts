import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { engineOver } from '../support/engine-over';
import { migrated } from '../support/migrated';

const engine = createEngine();

const IMPORTS = `import { SearchClient, AzureKeyCredential } from "@azure/search-documents";
`;
const AFTER = `import { DefaultAzureCredential } from "@azure/identity";
import { SearchClient } from "@azure/search-documents";
`;

const moved: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'a property of a parameter',
    `
interface Settings { endpoint: string; key: string }
export const open = (settings: Settings) =>
  new SearchClient(settings.endpoint, "docs", new AzureKeyCredential(settings.key));
`,
    `
const credential = new DefaultAzureCredential();

interface Settings { endpoint: string; key: string }
export const open = (settings: Settings) =>
  new SearchClient(settings.endpoint, "docs", credential);
`,
  ],
  [
    'settings of a class',
    `
export class Search {
  private readonly client: SearchClient<{ id: string }>;
  constructor(private readonly config: { search: { endpoint: string; apiKey: string } }) {
    this.client = new SearchClient(this.config.search.endpoint, "docs", new AzureKeyCredential(this.config.search.apiKey));
  }
}
`,
    `
const credential = new DefaultAzureCredential();

export class Search {
  private readonly client: SearchClient<{ id: string }>;
  constructor(private readonly config: { search: { endpoint: string; apiKey: string } }) {
    this.client = new SearchClient(this.config.search.endpoint, "docs", credential);
  }
}
`,
  ],
  [
    'an import of a package that holds the settings',
    `import { config } from "@contoso/config";

export const client = new SearchClient(config.endpoint, "docs", new AzureKeyCredential(config.key));
`,
    `import { config } from "@contoso/config";

const credential = new DefaultAzureCredential();

export const client = new SearchClient(config.endpoint, "docs", credential);
`,
  ],
  [
    'a variable of its own',
    `
export function open(settings: { endpoint: string; key: string }) {
  const key = settings.key;
  return new SearchClient(settings.endpoint, "docs", new AzureKeyCredential(key));
}
`,
    `
const credential = new DefaultAzureCredential();

export function open(settings: { endpoint: string; key: string }) {
  return new SearchClient(settings.endpoint, "docs", credential);
}
`,
  ],
];

const stays: readonly (readonly [title: string, before: string])[] = [
  [
    'what somebody sends',
    `
export const open = (req: { body: { endpoint: string; key: string } }) =>
  new SearchClient(req.body.endpoint, "docs", new AzureKeyCredential(req.body.key));
`,
  ],
  [
    'an object that nothing else reads',
    `
export const open = (secrets: { key: string }) =>
  new SearchClient("https://contoso.search.windows.net", "docs", new AzureKeyCredential(secrets.key));
`,
  ],
  [
    'the result of a call',
    `
declare function load(): { key: string };
export const client = new SearchClient("https://contoso.search.windows.net", "docs", new AzureKeyCredential(load().key));
`,
  ],
];

describe('a key that goes, while the endpoint stays', () => {
  it.each(moved)('%s', async (_title, before, after) => {
    expect(await migrated(engine, 'a.ts', IMPORTS + before)).toBe(AFTER + after);
  });

  it.each(stays)('refuses %s', async (_title, before) => {
    expect(await migrated(engine, 'a.ts', IMPORTS + before)).toBe('secret-from-elsewhere');
  });
});

describe('a key that the users of a package pass', () => {
  const text = `${IMPORTS}
export const open = (settings: { endpoint: string; key: string }) =>
  new SearchClient(settings.endpoint, "docs", new AzureKeyCredential(settings.key));
`;

  it.each([
    ['published by what its users see', '{ "name": "a", "types": "dist/a.d.ts" }', 'library-key'],
    ['published by what goes to the registry', '{ "name": "a", "files": ["dist"] }', 'library-key'],
    ['published to a registry of its own', '{ "name": "a", "publishConfig": {} }', 'library-key'],
    ['private', '{ "name": "a", "private": true, "files": ["dist"] }', undefined],
    ['an app as npm begins it', '{ "name": "a", "version": "1.0.0", "main": "index.js" }', undefined],
  ])('%s', async (_, manifest, reason) => {
    const engine = engineOver({ 'package.json': manifest, 'a.ts': text });
    const { findings } = await engine.scan({ path: 'a.ts', text });
    expect(findings.map(({ refusal }) => refusal?.id)).toEqual([reason]);
  });
});
