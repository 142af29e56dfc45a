import type { Span } from '../../core/span';
import { plainFile } from '../base/plain';
import type { Declaration } from '../contract/declaration';
import type { CodeFile, Mention } from '../contract/file';
import type { CodeNode, NameNode } from '../contract/node';
import type { Parameter } from '../contract/parameter';
import type { SettingRead, SettingUse } from '../contract/setting';
import { isChosen } from './choice';
import { readOfClass } from './class-helper';
import { importedAt } from './constants';
import type { Classes } from './constants';
import { declarationsOf } from './declarations';
import { dialect } from './dialect';
import { namespacesOf } from './scope/namespaces';
import type { Namespaces } from './scope/namespaces';
import { declaredTypes } from './scope/declared-types';
import type { DeclaredType } from './scope/declared-types';
import { nullableOf } from './scope/nullable';
import { scopesOf } from './scope/scopes';
import type { CSharpScopes } from './scope/scopes';
import { typesInSight } from './scope/types-in-sight';
import { resultOf } from './helper';
import { identifiers, mentionsOf, sitesOf, wordsOf } from './find';
import { parameterOf } from './parameters';
import { settingsIn, usesOfSettings } from './setting-names';
import { settingRead } from './settings';
import type { Node } from './syntax';
import { ancestors, isStatement, modifiersOf, spanOf } from './syntax';
import { troubleOf } from './trouble';
import { typeOf } from './types';
import type { Views } from './view';
import { viewsOf } from './view';
import { vaultPlace } from './vault';

/** What the C# writer needs beside the plain `CodeFile`. */
export interface CSharpFile extends CodeFile {
  readonly root: Node;
  readonly views: Views;
  readonly namespaces: Namespaces;
  readonly scopes: CSharpScopes;
  /** The call, construction or other node at exactly this place. */
  nodeAt(span: Span): Node;
  /** Names that look like credentials, by the id of the scope they are in directly. */
  readonly credentialNames: Map<number, readonly string[]>;
  /** How code of the file names an export, by the export, once that is known: every use asks. */
  readonly localNames: Map<string, string | null>;
  /** True when the file builds something of this name: `new Uri(...)`. */
  builds(name: string): boolean;
}

/** What a file's project says of it. */
export interface Around {
  /** Namespaces that every file of the project sees. */
  readonly globals?: readonly string[];
  readonly home?: { readonly path: string; readonly classes: Classes; readonly release: () => void };
  /** Names of members that nothing outside of the file reads. */
  readonly unread?: ReadonlySet<string>;
  /** Whether the project has the compiler look for missing values. */
  readonly nullable?: boolean | null;
  /** Types that other files declare. */
  readonly types?: readonly DeclaredType[];
  /** The text is the code of a page or a script. */
  readonly embedded?: boolean;
}

const LITERALS = /^(?:string_literal|verbatim_string_literal|raw_string_literal|interpolated_string_expression)$/;

/** Frameworks whose code runs on a person's device. */
const CLIENT_SIDE =
  /^(?:Microsoft\.Maui|Xamarin|UnityEngine|Microsoft\.AspNetCore\.Components\.WebAssembly|System\.Windows|Microsoft\.UI\.Xaml|Windows\.UI|Avalonia|Android|UIKit|Foundation)(?:\.|$)/;

/** Where only a constant may be, no expression can take a literal's place. */
function isConstantPlace(literal: Node): boolean {
  for (const node of ancestors(literal)) {
    if (/^(?:attribute_argument|constant_pattern|case_switch_label|parameter|enum_member_declaration)$/.test(node.type))
      return true;
    if (node.type === 'local_declaration_statement' || node.type === 'field_declaration')
      return modifiersOf(node).includes('const');
    if (isStatement(node)) return false;
  }
  return false;
}

function errorsOf(root: Node): Span[] {
  const errors: Span[] = [];
  const open = root.hasError ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isError || node.isMissing) errors.push(spanOf(node));
    if (!node.isError) open.push(...node.children.filter((child) => child.hasError || child.isMissing));
  }
  return errors.sort((a, b) => a.start - b.start);
}

/**
 * A table of the contract's members, hence its length: what each does is in a file of its own.
 * @param words names that patterns call: the sites without one are left out. None at all leaves nothing out.
 */
export function fileOf(text: string, root: Node, words: ReadonlySet<string>, around: Around = {}): CSharpFile {
  const { globals = [], home = null, unread, nullable = null, types = [], embedded = false } = around;
  const namespaces = namespacesOf(root, text, globals);
  const isProgram = root.namedChildren.some(({ type }) => type === 'global_statement');
  const scopes = scopesOf({
    text,
    root,
    namespaces,
    types: typesInSight(namespaces, declaredTypes(root), types),
    nullableAt: nullableOf(text, nullable, isProgram),
  });
  const views = viewsOf(namespaces.declared);
  const declaration = declarationsOf(text, views, unread);
  const known: {
    sites?: CodeFile['sites'];
    names?: ReadonlySet<string>;
    settings?: ReadonlySet<string>;
    errors?: readonly Span[];
    uses?: ReadonlyMap<string, readonly SettingUse[]>;
  } = {};
  const mentioned = new Map<string, readonly Mention[]>();

  const parameters = new Map<Declaration, Parameter | null>();
  const settings = new Map<number, SettingRead | null>();
  const settingOf = (node: CodeNode): SettingRead | null => {
    const native = views.native(node);
    const read = settings.has(native.id)
      ? (settings.get(native.id) ?? null)
      : (settingRead(native) ?? (home && readOfClass(native, file, home)));
    settings.set(native.id, read);
    return read;
  };
  const declarationOf = (node: CodeNode): Declaration | null => declaration(views.native(node));
  /** What is read through classes that are known already: others are not asked for. */
  const readOfOpened = (call: Node): SettingRead | null =>
    home &&
    readOfClass(call, file, { ...home, classes: { open: (from, name) => home.classes.open(from, name, true) } });
  const asked = { native: (node: CodeNode) => views.native(node), declarationOf, settingOf };

  const innermost = ({ start, end }: Span): Node => root.descendantForIndex(start, Math.max(start, end - 1)) ?? root;

  const file: CSharpFile = {
    ...plainFile,
    text,
    dialect,
    release: () => home?.release(),
    importedAt: (node) => (home ? importedAt(node, file, home.path, home.classes) : null),
    get wanted() {
      return home?.classes.wanted ?? [];
    },
    root,
    views,
    namespaces,
    scopes,
    get errors() {
      return (known.errors ??= errorsOf(root));
    },
    credentialNames: new Map(),
    localNames: new Map(),
    get sites() {
      const aliases = namespaces.usings.flatMap(({ alias }) => alias ?? []);
      return (known.sites ??= sitesOf(root, text, words.size > 0 ? new Set([...words, ...aliases]) : null)
        .map((site) => views.view(site))
        .filter((node) => node.kind === 'call' || node.kind === 'assign'));
    },
    packages: namespaces.packages,
    entityOf: () => null,
    means: (node, entity) => namespaces.means(views.native(node), entity),
    mentions(name) {
      const places = mentioned.get(name) ?? mentionsOf(root, text, name);
      mentioned.set(name, places);
      return places;
    },
    commentsIn: ({ start, end }) =>
      innermost({ start, end })
        .descendantsOfType('comment')
        .map(spanOf)
        .filter((one) => start <= one.start && one.end <= end),
    declarationOf: (node: NameNode) => declarationOf(node),
    parameterOf(one) {
      const found = parameters.get(one);
      if (found !== undefined) return found;
      const fresh = one.kind === 'parameter' ? parameterOf(one, file, unread ?? new Set()) : null;
      parameters.set(one, fresh);
      return fresh;
    },
    settingOf,
    resultOf(node) {
      const result = resultOf(views.native(node));
      return result && views.view(result);
    },
    get settings() {
      return (known.settings ??= settingsIn(root, text, readOfOpened));
    },
    readsOf: (setting) => (known.uses ??= usesOfSettings(root, text, readOfOpened)).get(setting) ?? [],
    typeOf: (node) => typeOf(node, asked),
    embedded,
    literalAt(offset) {
      if (embedded) return null;
      const literal = [
        innermost({ start: offset, end: offset + 1 }),
        ...ancestors(innermost({ start: offset, end: offset + 1 })),
      ].find(({ type }) => LITERALS.test(type));
      return literal && !isConstantPlace(literal) ? views.view(literal) : null;
    },
    statementAt(offset) {
      const node = innermost({ start: offset, end: offset + 1 });
      return spanOf(
        isStatement(node) && node.type !== 'global_statement'
          ? node
          : ([...ancestors(node)].find((one) => isStatement(one) && one.type !== 'global_statement') ?? node),
      );
    },
    inChoice(place) {
      return isChosen(this.nodeAt(place));
    },
    clientSide: namespaces.usings.some(({ namespace }) => CLIENT_SIDE.test(namespace)),
    get names() {
      return (known.names ??= wordsOf(text));
    },
    trouble: (names) =>
      troubleOf({ text, root, namespaces, isHidden: (namespace, at) => scopes.types.isHidden(namespace, at) }, names),
    vaultAt(place) {
      if (embedded) return null;
      const found = vaultPlace(views.native(place), this);
      return found && { way: 'configuration', opens: found.opening !== null };
    },
    nodeAt(span) {
      let node = innermost(span);
      while (node.parent && (node.endIndex < span.end || node.startIndex > span.start)) node = node.parent;
      return node;
    },
    builds: (name) => identifiers(root, text, name).some((node) => node.parent?.type === 'object_creation_expression'),
  };
  return file;
}
