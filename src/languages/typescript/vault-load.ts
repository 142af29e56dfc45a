import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { TextEdit } from '../../core/edit';
import type { CredentialChoice } from '../contract/credential';
import type { Entity } from '../contract/entity';
import type { CodeNode } from '../contract/node';
import type { VaultLoad, VaultSecret } from '../contract/vault';
import type { CodeWriter } from '../contract/writer';
import { IDENTITY, isTokenCredential } from './credential';
import type { TypeScriptFile } from './file';
import { leadingStatements } from './leading';
import type { Node } from './tree';
import { unwrap } from './tree';
import type { VaultPlace } from './vault';
import { VAULT_CLIENT, vaultPlace } from './vault';

/** A place for the loading, with what is there already. */
export interface LoadPlace extends VaultPlace {
  /** The names of a `SecretClient` and of a credential in sight there. */
  readonly client: string | null;
  readonly credential: string | null;
  /** The statement that the loading goes after; null: after the imports, or before the place's own statement. */
  readonly after: Node | null;
}

interface Constant {
  readonly name: string;
  readonly init: TSESTree.Expression;
  readonly statement: Node;
}

/** `const name = value` directly among some statements. */
const constantsOf = (statements: readonly Node[]): Constant[] =>
  statements.flatMap((statement) => {
    const own =
      statement.type === AST_NODE_TYPES.ExportNamedDeclaration && statement.declaration
        ? statement.declaration
        : statement;
    if (own.type !== AST_NODE_TYPES.VariableDeclaration || own.kind !== 'const') return [];
    return own.declarations.flatMap(({ id, init }) =>
      id.type === AST_NODE_TYPES.Identifier && init ? [{ name: id.name, init, statement }] : [],
    );
  });

/** Declarations that call nothing of the file: no function of it runs before they are done. */
const isQuiet = (statement: Node): boolean =>
  statement.type === AST_NODE_TYPES.VariableDeclaration &&
  statement.declarations.every(
    ({ init }) =>
      init?.type === AST_NODE_TYPES.NewExpression ||
      init?.type === AST_NODE_TYPES.AwaitExpression ||
      init?.type === AST_NODE_TYPES.Literal,
  );

/** Where a secret takes the place of a literal, or null where it cannot be awaited, once, before that. */
export function loadPlace(file: TypeScriptFile, literal: Node): LoadPlace | null {
  const { tree, text, scopeNames } = file;
  const leading = () => leadingStatements(file);
  const place = vaultPlace(literal, tree, scopeNames, text, leading);
  if (!place) return null;
  const isClient = ({ init }: Constant): boolean => {
    const made = unwrap(init);
    const entity = made.type === AST_NODE_TYPES.NewExpression ? scopeNames.entityOf(made.callee) : null;
    return (
      entity !== null && entity.module === VAULT_CLIENT.module && entity.path.join('.') === VAULT_CLIENT.path.join('.')
    );
  };
  const isCredential = ({ init }: Constant): boolean => isTokenCredential(init, scopeNames);
  const { before, entry, statements } = place;
  if (entry && before) {
    const top = tree.ast.body.filter(({ range }) => range[1] <= entry.range[0]);
    const seen = constantsOf([...top, ...statements.slice(0, statements.indexOf(before))]);
    const named = (is: (one: Constant) => boolean) => seen.findLast(is)?.name ?? null;
    return { ...place, client: named(isClient), credential: named(isCredential), after: null };
  }
  const all = constantsOf(statements);
  const client = all.find(isClient);
  const credential = all.find(isCredential);
  const start = leading().length;
  // What runs before the secret is there must not need it.
  const isEarly = ({ statement }: Constant): boolean =>
    statement.range[1] <= literal.range[0] && statements.slice(start, statements.indexOf(statement)).every(isQuiet);
  if (client) {
    return isEarly(client) ? { ...place, client: client.name, credential: null, after: client.statement } : null;
  }
  const known = credential && isEarly(credential) ? credential : null;
  return { ...place, client: null, credential: known?.name ?? null, after: known?.statement ?? null };
}

/** The start of the comment lines right above an offset's line, or of that line. */
function aboveComments(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*\/\//.test(text.slice(previous, start))) break;
    start = previous;
  }
  return start;
}

/** Puts lines before a statement, in its indentation; beside it where it does not start its line. */
function insertBefore(text: string, statement: Node, lines: readonly string[], eol: string): TextEdit {
  const [start] = statement.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '') return { span: { start, end: start }, newText: lines.map((line) => `${line} `).join('') };
  const at = aboveComments(text, start);
  return { span: { start: at, end: at }, newText: lines.map((line) => indent + line + eol).join('') };
}

/** Loads what is in a literal with a `SecretClient`, once, where an `await` is already. */
export function loadFromVault(
  file: TypeScriptFile,
  writer: CodeWriter,
  eol: string,
  literal: CodeNode,
  { name, words, address }: VaultSecret,
  choice: CredentialChoice,
): VaultLoad | null {
  const place = loadPlace(file, file.views.native(literal));
  if (!place) return null;
  const added: Entity[] = [];
  const needs = (entity: Entity): string => {
    const known = writer.local(entity);
    if (known === null) added.push(entity);
    return known ?? entity.path.join('.');
  };
  const [shared, lines]: [string[], string[]] = [[], []];
  let { client } = place;
  if (client === null) {
    let { credential } = place;
    if (credential === null) {
      const made = writer.credential(choice);
      const local = needs(made.entity);
      credential = writer.name(file.names.has('credential') ? ['azure', 'credential'] : ['credential'], null);
      shared.push(writer.declare(credential, made.code.replace(made.export, local)));
    }
    client = writer.name(['secret', 'client'], null);
    const constructor = needs(VAULT_CLIENT);
    lines.push(writer.declare(client, `new ${constructor}(${writer.readSetting(address)}, ${credential})`));
  }
  if (!added.every((entity) => file.scopes.mayBring(entity, literal.start))) return null;
  const variable = writer.name(words, null);
  lines.push(writer.declare(`{ value: ${variable} }`, `await ${client}.getSecret(${writer.string(name)})`));

  const edits: TextEdit[] = [{ span: literal, newText: file.typed ? `${variable}!` : variable }];
  let behind = shared;
  if (place.entry && place.before) edits.push(insertBefore(file.text, place.before, lines, eol));
  else if (place.after) {
    const [start, end] = place.after.range;
    edits.push(writer.insertAfter({ start, end }, lines.join(eol)));
  } else behind = [...shared, ...lines];
  edits.push(...writer.imports(added, [], behind.length > 0 ? behind.join(eol) : null));
  return {
    edits,
    packages: place.client === null ? [VAULT_CLIENT.distribution, IDENTITY] : [],
    opens: place.client === null,
  };
}
