import { Redacted } from '../core/redacted';
import { partsOf } from '../detect/connection-string';
import type { CodeFile } from '../languages/contract/file';
import type { CodeNode } from '../languages/contract/node';
import type { CodeWriter } from '../languages/contract/writer';
import type { Service } from '../services/service';

// Plain words stand for the expressions of a template while its text is read as a connection string: a host may hold them.
const HOLE = /qHole(\d+)eloHq/;
const holeOf = (index: number): string => `qHole${String(index)}eloHq`;

/** Text and code of an endpoint, for `CodeWriter.template`. */
type Parts = readonly (string | { readonly code: string })[];

/** True for text that only tells what belongs there: `<your connection string>`, `YOUR_KEY`, nothing at all. */
export const isPlaceholder = (text: string): boolean =>
  !/\$[{(]|%\w+%|#\{/.test(text) &&
  /^\s{0,99}$|[<{[][^<>{}[\]]{0,200}[>}\]]|\byour|x{4}|\.\.\.|\*{3}|placeholder|change.?me|todo|paste|replace|enter/i.test(
    text,
  );

/** An endpoint made of what only tells what belongs there: `https://....blob.core.windows.net` of `AccountName=...`. */
const isNoHost = (endpoint: string): boolean => /^(?:[a-z]+:\/\/)?(?:\.{2}|\*|x{4,}\.)/i.test(endpoint);

/** What `pick` takes from the parts of a literal or template that holds the secret, or null when it does not tell. */
function partsIn(node: CodeNode, pick: Service['endpoint'], file: CodeFile): Parts | null {
  if (node.kind !== 'string' && node.kind !== 'template') return null;
  const holes: CodeNode[] = [];
  const text =
    node.kind === 'string'
      ? node.value
      : node.parts.map((part) => (typeof part === 'string' ? part : holeOf(holes.push(part) - 1))).join('');
  const picked = pick(partsOf(new Redacted(text)));
  if (picked === null) return null;
  return picked.split(HOLE).flatMap((part, i): (string | { code: string })[] => {
    if (i % 2 === 0) return part === '' ? [] : [part];
    const hole = holes[Number(part)];
    return hole ? [{ code: file.text.slice(hole.outer.start, hole.outer.end) }] : [];
  });
}

/** The code of the name that a connection string carries beside the endpoint, or null. */
export function entityCode(node: CodeNode, service: Service, file: CodeFile, writer: CodeWriter): string | null {
  const parts = service.entity ? partsIn(node, service.entity, file) : null;
  return parts && writer.template(parts);
}

/** The code of the endpoint that replaces a literal or template, or null when the endpoint is not known. */
export function endpointCode(node: CodeNode, service: Service, file: CodeFile, writer: CodeWriter): string | null {
  const parts = partsIn(node, service.endpoint, file) ?? cutQuery(node, file);
  const [first] = parts ?? [];
  const example = service.identity.endpoint;
  if (typeof first === 'string' && isNoHost(first) && example !== undefined) return writer.string(example);
  if (parts) return writer.template(parts);
  if (node.kind !== 'string' || !isPlaceholder(node.value)) return null;
  // A placeholder stays a placeholder: the person fills it in, as before.
  return node.value.trim() === '' ? writer.string('') : example === undefined ? null : writer.string(example);
}

/** The part of a URL template before its SAS, where the URL itself starts with an expression: `${url}?${sas}`. */
function cutQuery(node: CodeNode, file: CodeFile): Parts | null {
  if (node.kind !== 'template') return null;
  const parts: (string | { code: string })[] = [];
  for (const part of node.parts) {
    if (typeof part !== 'string') {
      const code = file.text.slice(part.outer.start, part.outer.end);
      // The expression brings the question mark along: `url + sasToken`.
      if (/sas/i.test(code)) return parts;
      parts.push({ code });
      continue;
    }
    const query = part.indexOf('?');
    const text = query < 0 ? part : part.slice(0, query).replace(/\/$/, '');
    if (text !== '') parts.push(text);
    if (query >= 0) return parts;
  }
  return null;
}

/** The endpoint a setting's value points to, or null. The value never leaves this function. */
export const endpointOfValue = (value: Redacted, service: Service): string | null => {
  const known = service.endpoint(partsOf(value));
  return known !== null && isNoHost(known) ? (service.identity.endpoint ?? null) : known;
};
