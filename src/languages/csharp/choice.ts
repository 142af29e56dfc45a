import { saysTokenCredential } from '../base/credential-name';
import { perTree } from './per-tree';
import { lookup } from './scope/lookup';
import type { Node } from './syntax';
import {
  ancestors,
  argumentsOf,
  argumentValue,
  field,
  isMember,
  isStatement,
  parts,
  simpleName,
  spanOf,
  unwrap,
  within,
} from './syntax';
import { targetType } from './target';

export const IDENTITY = 'Azure.Identity';

/** Credentials that hold a secret themselves: no reason to speak of a dual path. */
const WITH_SECRET = /^(?:ClientSecret|UsernamePassword|OnBehalfOf)/;
const TOKEN_TYPE =
  /^(?:TokenCredential|\w{0,100}(?:DefaultAzure|ManagedIdentity|WorkloadIdentity|ChainedToken|AzureCli|VisualStudio|Environment|InteractiveBrowser|AzureDeveloperCli|AzurePowerShell|ClientCertificate|ClientAssertion)Credential)$/;

export const isCreation = (node: Node): boolean =>
  node.type === 'object_creation_expression' || node.type === 'implicit_object_creation_expression';

export const createdType = (creation: Node): Node | null => field(creation, 'type') ?? targetType(creation);

export const isTokenType = (name: string): boolean => TOKEN_TYPE.test(name);

/** `new DefaultAzureCredential(...)` and its like. */
export function isTokenCredential(node: Node): boolean {
  if (!isCreation(node)) return false;
  const name = simpleName(createdType(node) ?? node);
  return name.endsWith('Credential') && TOKEN_TYPE.test(name) && !WITH_SECRET.test(name);
}

/** The member around a place, or the whole file for a top-level statement. */
export function rootOf(node: Node): Node {
  let last = node;
  for (const one of ancestors(node)) {
    if (isMember(one)) return one;
    last = one;
  }
  return last;
}

const isBranch = ({ type }: Node): boolean =>
  /^(?:if_statement|conditional_expression|switch_statement|switch_expression)$/.test(type);

/** A credential, or what its name says is one, among the arguments. */
const takesCredential = (creation: Node): boolean =>
  parts(argumentsOf(creation) ?? creation).some((argument) => {
    const value = argumentValue(argument);
    return value !== null && mayBeCredential(unwrap(value));
  });

function mayBeCredential(value: Node): boolean {
  if (isTokenCredential(value)) return true;
  if (value.type === 'await_expression') return value.namedChildren.some((one) => mayBeCredential(unwrap(one)));
  const callee = value.type === 'invocation_expression' ? field(value, 'function') : value;
  const said = callee && /^(?:identifier|member_access_expression)$/.test(callee.type) ? callee.text : '';
  return saysTokenCredential(said);
}

/** The credential for Key Vault, which may bring the key that another client takes, or have nothing to do with it. */
function isOfVault(credential: Node): boolean {
  const taker = [...ancestors(credential)].find((one) => isCreation(one) || one.type === 'invocation_expression');
  if (!taker) return false;
  if (!isCreation(taker))
    return /^(?:ProtectKeysWith|Add)AzureKeyVault$/.test(simpleName(field(taker, 'function') ?? taker));
  return /^(?:Secret|Key|Certificate|KeyVault)Client$/.test(simpleName(createdType(taker) ?? taker));
}

/** What a member builds that has to do with a choice. */
interface Built {
  /** Token credentials that are not for Key Vault. */
  readonly credentials: readonly Node[];
  /** What is built with a credential among its arguments, by the name of its class. */
  readonly clients: ReadonlyMap<string, readonly Node[]>;
}

const builtIn = perTree((root): Built => {
  const creations = root.descendantsOfType(['object_creation_expression', 'implicit_object_creation_expression']);
  const clients = new Map<string, Node[]>();
  for (const one of creations.filter(takesCredential)) {
    const name = simpleName(createdType(one) ?? one);
    clients.set(name, [...(clients.get(name) ?? []), one]);
  }
  return { credentials: creations.filter((one) => isTokenCredential(one) && !isOfVault(one)), clients };
});

/** Where a value goes: out of the member, or to what it is assigned to; null where that is neither. */
function wayOf(node: Node, root: Node): string | null {
  for (const one of ancestors(node)) {
    if (one.type === 'assignment_expression') return field(one, 'left')?.text ?? null;
    if (one.type === 'return_statement' || one.type === 'arrow_expression_clause') return 'return';
    if (one.id === root.id || isStatement(one)) return null;
  }
  return null;
}

/** Calls in a member of functions of the file that build a token credential. */
const identityCalls = perTree((root): readonly Node[] =>
  root.descendantsOfType('invocation_expression').filter((call) => {
    const callee = field(call, 'function');
    const found = callee?.type === 'identifier' ? lookup(callee.text, callee) : null;
    return found?.kind === 'function' && builtIn(found.node).credentials.length > 0;
  }),
);

/** `if (hasKey) return new Client(key); return WithIdentity();`: the other way is a function of the file. */
function isBesideHelper(use: Node, root: Node): boolean {
  const way = wayOf(use, root);
  const inBranch = (node: Node): boolean =>
    [...ancestors(node)].some((one) => isBranch(one) && within(root, spanOf(one)));
  return (
    way !== null &&
    identityCalls(root).some(
      (call) =>
        !within(call, spanOf(use)) &&
        !within(use, spanOf(call)) &&
        wayOf(call, root) === way &&
        (inBranch(call) || inBranch(use)),
    )
  );
}

/**
 * True when the code around a client chooses between a key and a token credential: a branch around it builds a token
 * credential, or the same class is built with a credential in a branch of the same member.
 */
export function isChosen(use: Node): boolean {
  const root = rootOf(use);
  const branchesAround = (node: Node): Node[] =>
    [...ancestors(node)].filter((one) => isBranch(one) && within(root, spanOf(one)));
  const branches = branchesAround(use);
  const { credentials, clients } = builtIn(root);
  const others = (all: readonly Node[]): readonly Node[] => all.filter(({ id }) => id !== use.id);
  if (isBesideHelper(use, root)) return true;
  if (branches.some((branch) => others(credentials).some((one) => within(branch, spanOf(one))))) return true;
  if (!isCreation(use)) return false;
  const same = others(clients.get(simpleName(createdType(use) ?? use)) ?? []);
  return same.length > 0 && (branches.length > 0 || same.some((one) => branchesAround(one).length > 0));
}
