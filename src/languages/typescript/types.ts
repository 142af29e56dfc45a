import type { Declaration } from '../contract/declaration';
import type { Entity } from '../contract/entity';
import type { ValueType } from '../contract/file';
import type { CodeNode } from '../contract/node';
import type { SettingRead } from '../contract/setting';

/** What the judge of types may ask about a file. */
interface Asked {
  entityOf(node: CodeNode): Entity | null;
  declarationOf(node: CodeNode): Declaration | null;
  settingOf(node: CodeNode): SettingRead | null;
}

const CREDENTIAL = /cred(ential)?s?\d*$/i;
const URL_NAME = /(url|uri|endpoint|host)\d*$/i;
const OPTIONS_NAME = /(options|opts|config|configuration|settings|params)\d{0,20}$/i;
const SECRET_NAME = /conn(ection)?(_?(str(ing)?))?$|connection_?string|secret|key|password|pwd|sas|token$/i;

const byName = (name: string): ValueType => {
  if (SECRET_NAME.test(name)) return 'string';
  if (CREDENTIAL.test(name)) return 'credential';
  if (URL_NAME.test(name)) return 'url';
  return OPTIONS_NAME.test(name) ? 'other' : 'unknown';
};

const byText = (text: string): ValueType => (/^\s*https?:/i.test(text) ? 'url' : 'string');

function byDeclaration(declaration: Declaration, asked: Asked, depth: number): ValueType {
  const { type } = declaration;
  if (type && /credential/i.test(type)) return 'credential';
  if (declaration.initialiser && declaration.constant) {
    const known = typeOf(declaration.initialiser, asked, depth + 1);
    if (known !== 'unknown') return known;
  }
  const named = byName(declaration.name);
  if (named !== 'unknown') return named;
  if (type)
    return /\bstring\b/.test(type)
      ? 'string'
      : /(Options|Config|Configuration|Settings|Params)$/.test(type)
        ? 'other'
        : 'unknown';
  return declaration.setting ? 'string' : 'unknown';
}

/** What an expression may be, from its shape, its declaration and, last, its name. */
export function typeOf(node: CodeNode, asked: Asked, depth = 0): ValueType {
  if (depth > 5) return 'unknown';
  switch (node.kind) {
    case 'string':
      return byText(node.value);
    case 'template': {
      const first = node.parts.find((part) => part !== '');
      return typeof first === 'string' && first !== ''
        ? byText(first)
        : first && typeof first !== 'string' && typeOf(first, asked, depth + 1) === 'url'
          ? 'url'
          : 'string';
    }
    case 'object':
    case 'assign':
    case 'other':
      return 'other';
    case 'fallback':
      return typeOf(node.left, asked, depth + 1);
    case 'conditional': {
      const [yes, no] = node.branches.map((branch) => typeOf(branch, asked, depth + 1));
      return yes === no && yes ? yes : 'unknown';
    }
    case 'call': {
      const setting = asked.settingOf(node);
      if (setting) return byName(setting.name) === 'url' ? 'url' : 'string';
      const { callee } = node;
      const own = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
      const name = asked.entityOf(callee)?.path.at(-1) ?? own;
      if (CREDENTIAL.test(name) || /TokenProvider$/.test(name)) return 'credential';
      return node.isNew ? 'other' : 'unknown';
    }
    case 'member':
    case 'index': {
      const setting = asked.settingOf(node);
      if (setting) return byName(setting.name) === 'url' ? 'url' : 'string';
      return node.kind === 'member' ? byName(node.name) : 'unknown';
    }
    case 'name': {
      const declaration = asked.declarationOf(node);
      return declaration ? byDeclaration(declaration, asked, depth) : byName(node.name);
    }
  }
}
