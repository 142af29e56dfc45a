import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { hosts } from './hosts';

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../syntaxes/${name}.tmLanguage.json`, import.meta.url));

/** The project's grammars by scope name, and the hosts `package.json` injects them into. */
const injections: Readonly<Record<string, { readonly file: string; readonly into: (scope: string) => boolean }>> = {
  'source.secretless.connection-string': { file: fileOf('azure-connection-string'), into: () => true },
  'source.secretless.dotenv-single-quoted': {
    file: fileOf('dotenv-single-quoted'),
    into: (scope) => scope.startsWith('source.dotenv'),
  },
};

/** The project's own base grammar. */
const bases: Readonly<Record<string, string>> = { 'source.dotenv.secretless': fileOf('dotenv') };

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));

const onigLib = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

/** The grammar of a host, with the project's injections or bare. */
export async function load(
  scope: string,
  options: { readonly injected: boolean } = { injected: true },
): Promise<IGrammar> {
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: (name) => {
      const own = injections[name]?.file ?? bases[name];
      if (own !== undefined) return Promise.resolve(textmate.parseRawGrammar(readFileSync(own, 'utf8'), own));
      return Promise.resolve(hosts[name] ?? null);
    },
    getInjections: (name) =>
      options.injected ? Object.keys(injections).filter((injection) => injections[injection]?.into(name)) : [],
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no host grammar ${scope}`);
  return grammar;
}

export type Role = 'key' | '=' | 'endpoint' | 'value' | 'secret' | 'separator' | 'inside' | 'host';

export interface Part {
  readonly role: Role;
  readonly text: string;
  readonly scopes: readonly string[];
}

const roles: readonly (readonly [RegExp, Role])[] = [
  [/^invalid\.deprecated\.secret\.azure$/, 'secret'],
  [/^variable\.other\.property\.key\.azure$/, 'key'],
  [/^keyword\.operator\.assignment\.azure$/, '='],
  [/^string\.other\.link\.endpoint\.azure$/, 'endpoint'],
  [/^string\.unquoted\.value\.azure$/, 'value'],
  [/^punctuation\.separator\.(?:pair|parameter)\.azure$/, 'separator'],
  [/^meta\.(?:connection-string|sas)\.azure$/, 'inside'],
];

const roleOf = (scopes: readonly string[]): Role =>
  roles.find(([pattern]) => scopes.some((scope) => pattern.test(scope)))?.[1] ?? 'host';

/** Every token of a text, line by line. */
export function tokenize(grammar: IGrammar, text: string): Part[][] {
  let state: StateStack | null = null;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      role: roleOf(scopes),
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** The parts the injection coloured, as `role text`, neighbours of the host left out. */
export async function colours(scope: string, text: string): Promise<string[]> {
  const parts = tokenize(await load(scope), text).flat();
  return parts.filter((part) => part.role !== 'host').map((part) => `${part.role} ${part.text}`);
}

export async function secrets(scope: string, text: string): Promise<string[]> {
  const parts = tokenize(await load(scope), text).flat();
  return parts.filter((part) => part.role === 'secret').map((part) => part.text);
}
