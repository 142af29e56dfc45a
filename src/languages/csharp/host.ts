import { identifiers } from './find';
import type { Node } from './syntax';
import { ancestors, declaratorsOf, field, isLambda, modifiersOf, simpleName } from './syntax';

/** What is needed of a file. */
export interface Source {
  readonly text: string;
  readonly root: Node;
  readonly names: ReadonlySet<string>;
  readonly credentialNames: Map<number, readonly string[]>;
}

/** Hosts whose builder has a configuration with sources in it: the settings files and the environment. */
const HOSTS =
  /\b(?:WebApplication\s{0,99}\.\s{0,99}Create(?:Slim)?Builder|Host\s{0,99}\.\s{0,99}CreateApplicationBuilder|FunctionsApplication\s{0,99}\.\s{0,99}CreateBuilder|(?:Web)?Host\s{0,99}\.\s{0,99}CreateDefaultBuilder|new\s{1,99}HostBuilder)\b/g;

/** Those that are configured by lambdas, which run when the host is built. */
export const BY_LAMBDAS = /CreateDefaultBuilder$|HostBuilder$/;

/** The call that makes the file's host builder: null where there is none, or more than one. */
export function hostOf({ text, root }: Source): Node | null {
  const found = [...text.matchAll(HOSTS)].flatMap(({ index }) => {
    const at = root.descendantForIndex(index, index);
    if (!at || /comment|string|literal/.test(at.type)) return [];
    const call = [at, ...ancestors(at)].find(
      ({ type }) => type === 'invocation_expression' || type === 'object_creation_expression',
    );
    return call ? [call] : [];
  });
  const [host, ...others] = found;
  return host && others.length === 0 ? host : null;
}

export const calleeOf = (call: Node): Node | null => field(call, 'function') ?? field(call, 'type');

/** The variable that a builder is declared as, with its statement. */
export function variableOf(
  host: Node,
): { readonly name: string; readonly declarator: Node; readonly statement: Node } | null {
  const declarator = host.parent;
  const statement = [...ancestors(host)].find(({ type }) => type === 'local_declaration_statement');
  if (declarator?.type !== 'variable_declarator' || !statement) return null;
  const name = field(declarator, 'name')?.text;
  return name === undefined || declaratorsOf(statement).length > 1 ? null : { name, declarator, statement };
}

/** True where code at a place cannot use what is declared around: static lambdas, and functions that may run before. */
export function isShut(place: Node, around: Node): boolean {
  for (const node of ancestors(place)) {
    if (node.id === around.id) return false;
    if (node.type === 'local_function_statement' || (isLambda(node) && modifiersOf(node).includes('static')))
      return true;
  }
  return true;
}

/** Calls of the file that fill a configuration from Key Vault. */
export const openingsIn = ({ root, text }: Source): Node[] =>
  ['AddAzureKeyVault', 'AddAzureKeyVaultSecrets'].flatMap((name) =>
    identifiers(root, text, name).flatMap((node) => {
      const call = [...ancestors(node)].find(({ type }) => type === 'invocation_expression');
      return call && simpleName(calleeOf(call) ?? call) === name ? [call] : [];
    }),
  );

/** The calls in a row on what a call gives, in order. */
export function chainOf(call: Node): Node[] {
  const access = call.parent;
  const next = access?.type === 'member_access_expression' ? access.parent : null;
  return next?.type === 'invocation_expression' && field(next, 'function')?.id === access?.id
    ? [next, ...chainOf(next)]
    : [];
}
