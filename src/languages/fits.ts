import type { CodeFile } from './contract/file';
import type { CodeNode } from './contract/node';
import { STRINGS } from './metavariables';

/** May the node be what the metavariable of that name stands for? */
export function fits(name: string, node: CodeNode, file: CodeFile): boolean {
  if (name === 'SASURL') return isSasUrl(node, file, 0);
  if (name !== 'OPTIONS' && !STRINGS.has(name)) return true;
  const type = file.typeOf(node);
  if (name === 'OPTIONS') return type === 'other' || type === 'unknown';
  if (name === 'CONNECTION' && type === 'url') return false;
  return type !== 'credential' && type !== 'other';
}

/** A URL whose query is a SAS: by its text, its template, or the name of what it is read from. */
function isSasUrl(node: CodeNode, file: CodeFile, depth: number): boolean {
  if (depth > 4) return false;
  switch (node.kind) {
    case 'string':
      return /[?&]sig=/.test(node.value);
    case 'template': {
      const asked = node.parts.findIndex((part) => typeof part === 'string' && part.includes('?'));
      return (
        file.typeOf(node) === 'url' &&
        (asked >= 0
          ? node.parts.length > asked + 1
          : node.parts.some((part) => typeof part !== 'string' && /sas/i.test(nodeName(part))))
      );
    }
    case 'fallback':
      return isSasUrl(node.left, file, depth + 1);
    case 'name': {
      const declaration = file.declarationOf(node);
      if (declaration?.initialiser && declaration.constant && declaration.initialiser.kind !== 'call')
        return isSasUrl(declaration.initialiser, file, depth + 1) || namesSas(declaration.initialiser, file);
      return namesSas(node, file);
    }
    default:
      return namesSas(node, file);
  }
}

const nodeName = (node: CodeNode): string => (node.kind === 'name' || node.kind === 'member' ? node.name : '');
const namesSas = (node: CodeNode, file: CodeFile): boolean =>
  /sas[_-]?(url|uri)|(url|uri)[_-]?(with[_-]?)?sas/i.test(file.settingOf(node)?.name ?? nodeName(node));
