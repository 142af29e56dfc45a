import type { CodeFile } from './contract/file';
import type { CodeNode } from './contract/node';

/** Calls that get a token of Microsoft Entra: of Azure's SDKs, of MSAL, and functions that are named like them. */
const GETS_TOKEN =
  /^(?:get|acquire|fetch|request|obtain)_?(?:[A-Za-z]{0,24}_?)?token(?:_?[A-Za-z]{0,24})?$|^AcquireToken\w{0,30}$|^get_bearer_token_provider$/i;

/** The token itself in what such a call gives. */
const TOKEN = /^(?:access_?)?token$/i;

const STEPS = 6;

/** True for a value that comes from such a call: a token of an identity, not a secret. */
export function isToken(node: CodeNode, file: CodeFile, depth = 0): boolean {
  if (depth > STEPS) return false;
  const again = (next: CodeNode): boolean => isToken(next, file, depth + 1);
  switch (node.kind) {
    case 'call': {
      if (node.isNew) return false;
      const { callee } = node;
      const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.name : '';
      if (GETS_TOKEN.test(name.replace(/^.*\./, ''))) return true;
      // `.Result`, `.GetAwaiter().GetResult()`, `.trim()`, `.then(({ token }) => token)`
      return callee.kind === 'member' && again(callee.object);
    }
    case 'member':
      return (TOKEN.test(node.name) || /^(?:Result|Value)$/.test(node.name)) && again(node.object);
    case 'name': {
      const declaration = file.declarationOf(node);
      if (!declaration) return false;
      if (declaration.initialiser) return declaration.constant && again(declaration.initialiser);
      // `const { token } = await credential.getToken(scope)`
      const { start, end } = declaration.statement;
      return (
        TOKEN.test(declaration.name) &&
        declaration.kind === 'variable' &&
        TOKEN_CALL.test(DESTRUCTURED.exec(file.text.slice(start, Math.min(end, start + 400)))?.groups?.['call'] ?? '')
      );
    }
    case 'template':
      // `Bearer ${token}`
      return (
        node.parts.every((part) => typeof part !== 'string' || /^(?:Bearer\s)?$/i.test(part)) &&
        node.parts.some((part) => typeof part !== 'string' && again(part))
      );
    case 'fallback':
      return again(node.left);
    default:
      return false;
  }
}

/** The name of a method that answers with a token. */
const TOKEN_CALL = /(?:get|acquire)\w{0,20}Token\w{0,20}$/;

const DESTRUCTURED =
  /^\s{0,99}(?:export\s{1,9})?(?:const|let|var)\s{0,9}\{[^}=]{1,200}\}\s{0,9}=\s{0,9}(?<call>[\w.() \t]{1,200})\(/;
