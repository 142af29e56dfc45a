import type { Origin } from '../core/finding';
import { remembered } from '../core/remember';
import type { Declaration } from './contract/declaration';
import type { CodeFile } from './contract/file';
import type { Imported } from './contract/imported';
import type { Argument, CodeNode } from './contract/node';
import type { Given, Parameter } from './contract/parameter';
import type { SettingRead } from './contract/setting';

/** Where a value comes from, followed within the file. */
export interface Trace {
  readonly origin: Origin;
  /** The expression the value enters the file with: a literal, a setting read, a template, or what could not be followed. */
  readonly leaf: CodeNode;
  readonly setting: SettingRead | null;
  /** The variables passed on the way, nearest to the use first. */
  readonly declarations: readonly Declaration[];
  /** `process.env.X || fallback`. */
  readonly fallback: CodeNode | null;
  /** All of them, where one is after another. */
  readonly fallbacks: readonly CodeNode[];
  /** In a template, where the secret inside it comes from. */
  readonly inner: Trace | null;
  /** The value passes a function of the file, or a property of an object in it, where no endpoint can take its place. */
  readonly behind: 'function' | 'object' | null;
  /** The function or the object of this file after which the value is as it is: a setting or a literal. */
  readonly via: Via | null;
  /** Set where another file holds the value: `leaf` reads it here, and the other trace follows it there. */
  readonly importedTrace: ImportedTrace | null;
  /** Set where the value comes in as a parameter of a function whose calls are all known: it is in those calls. */
  readonly passed: Passed | null;
}

/** A parameter, the last one of the declarations on the way, and what each call gives it. */
export interface Passed {
  readonly declaration: Declaration;
  readonly parameter: Parameter;
  readonly values: readonly { readonly given: Given; readonly from: Trace }[];
}

export interface Via {
  readonly declaration: Declaration;
  /** The properties of an object that lead to the value; null for a function. */
  readonly path: readonly string[] | null;
  /** The property with the value, and its neighbours; null for a function. */
  readonly property: { readonly own: Argument; readonly all: readonly Argument[] } | null;
}

export interface ImportedTrace {
  readonly imported: Imported;
  /** Its nodes and declarations belong to the other file. */
  readonly from: Trace;
}

/** The text in a template after which the secret is. */
const BEFORE_SECRET =
  /(?:AccountKey|SharedAccessKey|SharedAccessSignature|AccessKey|Secret|Password|Pwd|sig)=\s{0,99}$|\?$/i;

const SECRET_NAME = /key|secret|sas|token|password|pwd/i;

export function secretHole(parts: readonly (string | CodeNode)[]): CodeNode | null {
  const holes = parts.filter((part) => typeof part !== 'string');
  const marked = parts.find((part, i): part is CodeNode => {
    const before = parts[i - 1];
    return typeof part !== 'string' && typeof before === 'string' && BEFORE_SECRET.test(before);
  });
  return marked ?? holes.find((hole) => hole.kind === 'name' && SECRET_NAME.test(hole.name)) ?? null;
}

export function trace(node: CodeNode, file: CodeFile, depth = 0): Trace {
  const at = (origin: Origin, more: Partial<Trace> = {}): Trace => ({
    origin,
    leaf: node,
    setting: null,
    declarations: [],
    fallback: null,
    fallbacks: [],
    via: null,
    inner: null,
    behind: null,
    importedTrace: null,
    passed: null,
    ...more,
  });
  /** What another file may tell, or nothing. */
  const elsewhere = (declarations: readonly Declaration[] = []): Trace => {
    const imported = file.importedAt(node);
    if (!imported) return at('elsewhere', { declarations });
    const { listed } = imported;
    const there = listed
      ? { ...at(listed.read.origin), leaf: imported.value, setting: listed.read }
      : trace(imported.value, imported.file, depth + 1);
    const { declaration } = imported;
    const from = declaration ? { ...there, declarations: [declaration, ...there.declarations] } : there;
    return at(from.origin, { importedTrace: { imported, from } });
  };
  if (depth > 8) return at('elsewhere');
  const setting = file.settingOf(node);
  if (setting) return at(setting.origin, { setting });
  switch (node.kind) {
    case 'string':
      return at('literal');
    case 'template': {
      const hole = secretHole(node.parts);
      const inner = hole && trace(hole, file, depth + 1);
      // Without a hole for it, the secret is in the text of the template.
      return at(inner ? inner.origin : 'literal', { inner });
    }
    case 'fallback': {
      const left = trace(node.left, file, depth + 1);
      return { ...left, fallback: left.fallback ?? node.right, fallbacks: [...left.fallbacks, node.right] };
    }
    case 'name': {
      const declaration = file.declarationOf(node);
      if (!declaration) return isOwn(node.name, file) ? at('field') : elsewhere();
      if (declaration.kind === 'parameter') {
        const passed = passedTo(declaration, file, depth);
        return at(passed ? originOf(passed) : 'parameter', { declarations: [declaration], passed });
      }
      if (declaration.setting)
        return at(declaration.setting.origin, {
          setting: declaration.setting,
          declarations: [declaration],
          fallback: declaration.fallback,
        });
      if (declaration.taken) {
        const value = propertyNamed(declaration.taken.name, declaration.taken.object, file);
        const via = value && viaOf(declaration.taken.object, declaration.taken.name, file);
        const taken = value && behind('object', trace(value, file, depth + 1), via);
        // Only what is in the object itself can be written in its place.
        if (taken?.via && taken.via === via) return { ...taken, declarations: [declaration] };
      }
      if (!declaration.initialiser)
        return declaration.kind === 'field' ? at('field', { declarations: [declaration] }) : elsewhere([declaration]);
      const from = trace(declaration.initialiser, file, depth + 1);
      return { ...from, declarations: [declaration, ...from.declarations] };
    }
    case 'member': {
      const value = propertyOf(node, file);
      if (value) return behind('object', trace(value, file, depth + 1), viaOf(node.object, node.name, file));
      return elsewhere();
    }
    case 'call': {
      const result = node.args.length === 0 && file.resultOf(node);
      const named = node.callee.kind === 'name' ? file.declarationOf(node.callee) : null;
      return result
        ? behind(
            'function',
            trace(result, file, depth + 1),
            named && { declaration: named, path: null, property: null },
          )
        : at('elsewhere');
    }
    default:
      return at('elsewhere');
  }
}

/**
 * What the calls give to a parameter; null where they are not all known. It is asked once for each parameter: functions that
 * call each other would be followed again and again.
 */
const passedTo = remembered((declaration: Declaration, file: CodeFile, depth: number): Passed | null => {
  const parameter = file.parameterOf(declaration);
  if (parameter?.exported !== null) return null;
  const values = parameter.given.map((given) => ({ given, from: trace(given.own.value, file, depth + 2) }));
  return { declaration, parameter, values };
});

/** Values of one sort: they move together, or not at all. */
function originOf({ values }: Passed): Origin {
  const sources = values.flatMap(({ from }) => sourcesOf(from));
  if (sources.some(({ origin }) => origin === 'elsewhere')) return 'elsewhere';
  const [first, ...others] = sources;
  if (!first || sources.some(({ origin }) => origin === 'parameter')) return 'parameter';
  const isSame = others.every((one) => secretKey(one) === secretKey(first));
  return isSame || sources.every(isOwnLiteral) ? first.origin : 'parameter';
}

/** A literal of this file, which tells by itself where it leads. */
const isOwnLiteral = ({ origin, inner, importedTrace }: Trace): boolean =>
  origin === 'literal' && inner === null && importedTrace === null;

/** Where a value comes from in the end: what the calls give, where it is a parameter; else itself. */
export const sourcesOf = (from: Trace): readonly Trace[] =>
  from.passed ? from.passed.values.flatMap((value) => sourcesOf(value.from)) : [from];

/** `this.name`, in languages that say so. */
const isOwn = (name: string, { dialect: { self } }: CodeFile): boolean => self !== '' && name.startsWith(self);

/** A value that something of this file hands on; what lies after two of them cannot be told apart. */
function behind(what: 'function' | 'object', from: Trace, via: Via | null): Trace {
  const isPlain = from.behind === null && from.declarations.length === 0 && !from.inner && !from.importedTrace;
  return { ...from, behind: what, via: isPlain && via ? via : from.via };
}

/** The object that a path of properties starts at: `settings` in `settings.storage.key`. */
function viaOf(holder: CodeNode, name: string, file: CodeFile): Via | null {
  const path = [name];
  let at = holder;
  for (; at.kind === 'member'; at = at.object) path.unshift(at.name);
  const declaration = at.kind === 'name' ? file.declarationOf(at) : null;
  const object = propertyOf(holder, file);
  const all = object?.kind === 'object' ? object.props : [];
  const own = all.find((one) => one.name === name);
  return declaration && { declaration, path, property: own ? { own, all } : null };
}

/** The value of a property of an object that is in this file: `config.storage.connectionString`. */
export function propertyOf(node: CodeNode, file: CodeFile): CodeNode | null {
  if (node.kind === 'object') return node;
  if (node.kind === 'name') {
    const declaration = file.declarationOf(node);
    return declaration?.constant && declaration.initialiser?.kind === 'object' ? declaration.initialiser : null;
  }
  if (node.kind !== 'member') return null;
  return propertyNamed(node.name, node.object, file);
}

function propertyNamed(name: string, holder: CodeNode, file: CodeFile): CodeNode | null {
  const object = propertyOf(holder, file);
  return (object?.kind === 'object' && object.props.find((one) => one.name === name && !one.spread)?.value) || null;
}

/** What makes two uses share one secret: the setting, the outermost declaration, or the place of the literal. */
export function secretKey(from: Trace): string {
  if (from.inner) return secretKey(from.inner);
  const passed = new Set(from.passed?.values.map((value) => secretKey(value.from)));
  const [only] = passed;
  if (only !== undefined && passed.size === 1) return only;
  if (from.importedTrace)
    return from.importedTrace.from.setting ? secretKey(from.importedTrace.from) : from.importedTrace.imported.key;
  if (from.setting) return `setting:${from.setting.name}`;
  const declared = from.declarations.at(-1);
  return declared ? `declared:${declared.nameSpan.start}` : `at:${from.leaf.start}`;
}

/** The setting a value is read from, in this file or in another one. */
export const settingBehind = (from: Trace): SettingRead | null => {
  const [first] = from.passed?.values ?? [];
  return first
    ? settingBehind(first.from)
    : (from.setting ?? (from.importedTrace && settingBehind(from.importedTrace.from)));
};
