import type { Declaration } from '../contract/declaration';
import type { ValueType } from '../contract/file';
import type { CodeNode } from '../contract/node';
import type { SettingRead } from '../contract/setting';
import type { Node } from './syntax';

/** What the judge of types may ask about a file. */
interface Asked {
  native(node: CodeNode): Node;
  declarationOf(node: CodeNode): Declaration | null;
  settingOf(node: CodeNode): SettingRead | null;
}

const CREDENTIAL = /cred(ential)?s?\d*$/i;
const URL_NAME = /(url|uri|endpoint|host)\d*$/i;
const SECRET_NAME = /conn(ection)?(_?(str(ing)?))?$|connection_?string|secret|key|password|pwd|sas|token$/i;

/** Expressions that are no string whatever is around them. */
const NO_STRING =
  /^(?:lambda_expression|anonymous_method_expression|null_literal|integer_literal|real_literal|boolean_literal|typeof_expression|array_creation_expression|implicit_array_creation_expression|tuple_expression|anonymous_object_creation_expression)$/;

/** Calls that make a string out of something. */
const MAKES_STRING =
  /^(?:ToString|Format|Concat|Join|Trim|TrimEnd|TrimStart|Replace|Substring|GetEnvironmentVariable|GetConnectionString)$/;

/** A source of tokens of the SDKs before Azure.Core, by its type, its name or the call that makes it. */
const TOKEN_PROVIDER = /token_?providers?\d*$/i;

const byName = (name: string): ValueType => {
  if (SECRET_NAME.test(name)) return 'string';
  if (CREDENTIAL.test(name) || TOKEN_PROVIDER.test(name)) return 'credential';
  if (/(?:options|settings)$/i.test(name)) return 'other';
  return URL_NAME.test(name) ? 'url' : 'unknown';
};

const byText = (text: string): ValueType => (/^\s*https?:/i.test(text) ? 'url' : 'string');

function byType(type: string): ValueType {
  const plain = type.replace(/\?$/, '').replace(/^.*\./, '');
  if (/^string$/i.test(plain)) return 'string';
  if (plain === 'Uri') return 'url';
  if (/credential$/i.test(plain) || TOKEN_PROVIDER.test(plain)) return 'credential';
  return /^(?:var|object|dynamic|[A-Z])$/i.test(plain) ? 'unknown' : 'other';
}

function byDeclaration(declaration: Declaration, asked: Asked, depth: number): ValueType {
  const declared = declaration.type === null ? 'unknown' : byType(declaration.type);
  if (declared !== 'unknown' && declared !== 'string') return declared;
  if (declaration.initialiser && declaration.constant) {
    const known = typeOf(declaration.initialiser, asked, depth + 1);
    if (known !== 'unknown') return known;
  }
  return declared === 'unknown' ? byName(declaration.name) : declared;
}

/** A setting is text; a member of options may be anything. */
function bySetting({ name, bound }: SettingRead): ValueType {
  const named = byName(name);
  return named === 'url' || bound ? named : 'string';
}

/** What an expression may be, from its shape, its declared type and, last, its name. */
export function typeOf(node: CodeNode, asked: Asked, depth = 0): ValueType {
  if (depth > 5) return 'unknown';
  const setting = asked.settingOf(node);
  if (setting) return bySetting(setting);
  switch (node.kind) {
    case 'string':
      return byText(node.value);
    case 'template': {
      const [first] = node.parts;
      return typeof first === 'string' && first !== ''
        ? byText(first)
        : first && typeof first !== 'string' && typeOf(first, asked, depth + 1) === 'url'
          ? 'url'
          : 'string';
    }
    case 'object':
    case 'assign':
      return 'other';
    case 'other':
      return NO_STRING.test(asked.native(node).type) ? 'other' : 'unknown';
    case 'fallback':
      return typeOf(node.left, asked, depth + 1);
    case 'conditional': {
      const [yes, no] = node.branches.map((branch) => typeOf(branch, asked, depth + 1));
      return yes === no && yes ? yes : 'unknown';
    }
    case 'call': {
      const { callee } = node;
      const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
      if (node.isNew && name === 'Uri') return 'url';
      if (CREDENTIAL.test(name) || TOKEN_PROVIDER.test(name)) return 'credential';
      if (MAKES_STRING.test(name)) return 'string';
      return node.isNew || /^Get(?:Required)?Section$/.test(name) ? 'other' : 'unknown';
    }
    case 'member':
      return byName(node.name);
    case 'index':
      return 'unknown';
    case 'name': {
      const declaration = asked.declarationOf(node);
      return declaration ? byDeclaration(declaration, asked, depth) : byName(node.name);
    }
  }
}
