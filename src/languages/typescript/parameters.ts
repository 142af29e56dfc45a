import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import type { Declaration } from '../contract/declaration';
import type { CallNode } from '../contract/node';
import type { Given, Parameter, ParameterList } from '../contract/parameter';
import { callsOf } from './calls';
import type { Calls } from './calls';
import type { TypeScriptFile } from './file';
import { docOf } from './jsdoc';
import type { Node } from './tree';
import { isFunction } from './tree';

const span = ({ range: [start, end] }: Node): Span => ({ start, end });

/** A name among the parameters of a function: one of them, or a property of one that is taken apart. */
interface Place {
  readonly owner: TSESTree.FunctionLike;
  /** Which of the parameters. */
  readonly at: number;
  /** The property of that parameter, where it is taken apart. */
  readonly property: TSESTree.Property | null;
}

export function parameterOf(declaration: Declaration, file: TypeScriptFile): Parameter | null {
  const place = declaration.constant ? placeOf(declaration, file) : null;
  const calls = place && callsOf(place.owner, file);
  const found =
    calls && (place.property ? ofProperty(place, place.property, calls, file) : ofWhole(place, calls, file));
  if (!found || found.given.length === 0) return null;
  return { ...found, exported: calls.exported, doc: docOf(declaration.name, calls.statement, file.text) };
}

function placeOf({ nameSpan, prefix }: Declaration, { scopeNames, text }: TypeScriptFile): Place | null {
  const variable = scopeNames.scopes.scopes
    .flatMap(({ variables }) => variables)
    .find(({ defs: [only, ...others] }) => others.length === 0 && only?.name.range[0] === nameSpan.start);
  const owner = variable?.defs[0]?.node as Node | undefined;
  if (!variable || !owner || !isFunction(owner)) return null;
  const at = owner.params.findIndex(({ range: [start, end] }) => start <= nameSpan.start && nameSpan.start < end);
  const parameter = owner.params[at];
  if (!parameter || parameter.decorators.length > 0 || owner.params.some(isOwnObject)) return null;
  if (/\barguments\b/.test(text.slice(...owner.range))) return null;
  const whole = { owner, at, property: null };
  switch (parameter.type) {
    case AST_NODE_TYPES.Identifier:
      return whole;
    case AST_NODE_TYPES.TSParameterProperty: {
      // The field and the parameter have one name: only a parameter that nothing reads but the field can be followed.
      const isField = prefix !== '' && variable.references.length === 0 && parameter.accessibility === 'private';
      return isField && parameter.parameter.type === AST_NODE_TYPES.Identifier ? whole : null;
    }
    case AST_NODE_TYPES.ObjectPattern: {
      const property = plainProperty(parameter, nameSpan.start);
      return property && { owner, at, property };
    }
    default:
      return null;
  }
}

/** `function (this: Client, key: string)` */
const isOwnObject = (parameter: Node): boolean =>
  parameter.type === AST_NODE_TYPES.Identifier && parameter.name === 'this';

/** The property that a name stands for, without a default, of an object that is taken apart by names alone. */
function plainProperty({ properties }: TSESTree.ObjectPattern, start: number): TSESTree.Property | null {
  if (properties.some(({ type }) => type === AST_NODE_TYPES.RestElement)) return null;
  const own = properties.find(
    (one): one is TSESTree.Property => one.type === AST_NODE_TYPES.Property && one.value.range[0] === start,
  );
  return own?.value.type === AST_NODE_TYPES.Identifier && !own.computed ? own : null;
}

type Found = Pick<Parameter, 'labels' | 'lists' | 'given'>;

function argumentsAt(at: number, { calls }: Calls, { views }: TypeScriptFile): readonly Given[] | null {
  const given = calls.flatMap((call): Given[] => {
    const { args } = views.view(call) as CallNode;
    const own = args[at];
    return own && !args.slice(0, at + 1).some(({ spread }) => spread) ? [{ own, all: args }] : [];
  });
  return given.length === calls.length ? given : null;
}

function ofWhole({ owner, at }: Place, calls: Calls, file: TypeScriptFile): Found | null {
  const own = owner.params[at];
  const given = argumentsAt(at, calls, file);
  return own === undefined || given === null
    ? null
    : { labels: [], lists: [{ items: owner.params.map(span), own: span(own) }], given };
}

function ofProperty(
  { owner, at }: Place,
  property: TSESTree.Property,
  calls: Calls,
  file: TypeScriptFile,
): Found | null {
  const pattern = owner.params[at];
  const { key } = property;
  if (pattern?.type !== AST_NODE_TYPES.ObjectPattern || key.type !== AST_NODE_TYPES.Identifier) return null;
  const label = ({ start }: Span): Span => ({ start, end: start + key.name.length });
  const isLabelled = ({ start }: Span): boolean => file.text.startsWith(key.name, start);
  const objects = argumentsAt(at, calls, file);
  const given = objects?.flatMap(({ own: { value } }): Given[] => {
    if (value.kind !== 'object' || value.props.some(({ spread, name }) => spread || name === null)) return [];
    const [own, ...others] = value.props.filter(({ name }) => name === key.name);
    return own && others.length === 0 && isLabelled(own) ? [{ own, all: value.props }] : [];
  });
  const typed = membersOf(pattern.typeAnnotation?.typeAnnotation, key.name, file);
  if (!given || given.length !== objects?.length || !typed) return null;
  const labels = [
    ...(property.shorthand ? [] : [span(key)]),
    ...typed.map(({ own }) => label(own)),
    ...given.flatMap(({ own }) => (own.shorthand ? [] : [label(own)])),
  ];
  return { labels, lists: [{ items: pattern.properties.map(span), own: span(property) }, ...typed], given };
}

/** Where the type of an object lists a property; null for a type that other code may go by. */
function membersOf(
  type: TSESTree.TypeNode | undefined,
  name: string,
  file: TypeScriptFile,
): readonly ParameterList[] | null {
  if (!type) return [];
  const members = type.type === AST_NODE_TYPES.TSTypeLiteral ? type.members : membersOfName(type, file);
  const own = members?.find(
    (one) =>
      one.type === AST_NODE_TYPES.TSPropertySignature &&
      one.key.type === AST_NODE_TYPES.Identifier &&
      one.key.name === name &&
      file.text.startsWith(name, one.range[0]),
  );
  // A member covers the sign after it, which the last one may do without.
  const item = ({ range: [start, end] }: Node): Span =>
    /[;,]/.test(file.text.charAt(end - 1)) ? { start, end: end - 1 } : { start, end };
  return members && own ? [{ items: members.map(item), own: item(own) }] : null;
}

/** The members of a type of the file that nothing but this place names. */
function membersOfName(
  type: TSESTree.TypeNode,
  { scopeNames, tree }: TypeScriptFile,
): readonly TSESTree.TypeElement[] | null {
  if (type.type !== AST_NODE_TYPES.TSTypeReference || type.typeName.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = scopeNames.variableOf(type.typeName);
  const [definition, ...others] = variable?.defs ?? [];
  const node = definition?.node as Node | undefined;
  if (!node || others.length > 0 || variable?.references.length !== 1) return null;
  if (tree.parentOf(node)?.type !== AST_NODE_TYPES.Program) return null;
  if (node.type === AST_NODE_TYPES.TSInterfaceDeclaration) return node.extends.length === 0 ? node.body.body : null;
  const isAlias = node.type === AST_NODE_TYPES.TSTypeAliasDeclaration;
  return isAlias && node.typeAnnotation.type === AST_NODE_TYPES.TSTypeLiteral ? node.typeAnnotation.members : null;
}
