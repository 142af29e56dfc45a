import { DIGITS, withoutTrailing } from '../../core/trailing';
import type { TextEdit } from '../../core/edit';
import { services } from '../../services/index';
import type { Service } from '../../services/service';
import type { Dialect } from '../../languages/contract/dialect';
import type { CodeFile } from '../../languages/contract/file';
import { endpointWords } from './endpoints';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** True when the file holds an insertion already, where this migration or one before it has put it. */
export function isThere(edit: TextEdit, name: string, service: Service, file: CodeFile): boolean {
  const { span, newText } = edit;
  const { text, dialect } = file;
  if (isBeside(edit, name, service, file)) return true;
  if (!tellsAccount(newText, service)) return false;
  for (let at = text.indexOf(newText); at >= 0; at = text.indexOf(newText, at + 1)) {
    const [from, to] = at < span.start ? [at + newText.length, span.start] : [span.start, at];
    if (isAt(newText, at, text) && isBalanced(text.slice(from, to), dialect)) return true;
  }
  return false;
}

/** True for code at an offset that ends where it ends: no longer name goes on there. */
const isAt = (code: string, at: number, text: string): boolean =>
  text.startsWith(code, at) && /^(?:[\s,;})]|$)/.test(text.slice(at + code.length, at + code.length + 1));

/** True when the insertion follows an offset with nothing but other endpoints of the same form between. */
function isBeside({ span, newText }: TextEdit, name: string, service: Service, { text, dialect }: CodeFile): boolean {
  const [before = '', ...after] = newText.split(name);
  const setting = escaped(service.endpointSetting ?? name);
  // A person may have filled in another string.
  const { anyString } = dialect;
  const form = [before, ...after].map((part) =>
    escaped(part)
      .replace(new RegExp(anyString, 'g'), () => anyString)
      .replaceAll(setting, String.raw`[\w:]+`),
  );
  const other = new RegExp(form.join(String.raw`\w+`), 'y');
  for (let at = span.start; ;) {
    if (isAt(newText, at, text)) return true;
    other.lastIndex = at;
    const hit = other.exec(text)?.[0] ?? '';
    if (hit === '' || !isEndpointName(hit)) return false;
    at += hit.length;
  }
}

const ENDPOINTS = new Set(services.map((service) => endpointWords(service, '').join('').toLowerCase()));

/** True for a declaration of an endpoint of some service: `blobEndpoint`, `BLOB_ENDPOINT2`. */
const isEndpointName = (declaration: string): boolean =>
  [...declaration.matchAll(/\w+/g)].some(([word]) =>
    ENDPOINTS.has(withoutTrailing(word, DIGITS).replaceAll('_', '').toLowerCase()),
  );

/** True for the address of one account; not for one to be filled in, nor for a setting, which may get another name. */
const tellsAccount = (code: string, { endpointSetting }: Service): boolean =>
  !(endpointSetting !== undefined && code.includes(endpointSetting)) &&
  /["'`](?:https?:\/\/)?[\w-]{1,100}(?:\.[\w-]{1,100}){1,20}(?::\d{1,20})?\/?["'`]/.test(code);

/** True for code that ends in the class or object it starts in. */
function isBalanced(code: string, dialect: Dialect): boolean {
  const literals = dialect.literalsIn(code);
  let depth = 0;
  for (const { 0: mark, index } of code.matchAll(/[{}]/g)) {
    if (literals.some(({ outer }) => outer.start <= index && index < outer.end)) continue;
    depth += mark === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
