import { Redacted } from '../core/redacted';
import type { Span } from '../core/span';
import { overlaps } from '../core/span';
import type { Candidate } from '../detect/candidate';
import { azureHost, judgePassword } from '../detect/database';
import { isEmulatorText } from '../detect/emulator';
import { isPlaceholder } from '../detect/placeholders';
import { isEmulatorKey, isTestMaterial, isTestToken, isWord } from '../detect/silent';
import type { CodeFile } from '../languages/contract/file';
import type { StringNode } from '../languages/contract/node';
import { codeOf } from '../languages/match';
import { sourcesOf } from '../languages/trace';
import type { Trace } from '../languages/trace';
import type { Use, UseGroup } from './uses';

/** The kind among a service's secrets that is in each place of a pattern. */
const KINDS: Readonly<Record<string, RegExp>> = {
  CONNECTION: /connection-string$/,
  KEY: /(?:key|pat)$/,
  SECRET: /(?:secret-legacy|secret|key)$/,
  SAS: /sas$/,
  PASSWORD: /(?:-password|^redis-key)$/,
};

/** The secret part of a connection string. */
const SECRET_PART =
  /(?:^|;)\s{0,9}(?:AccountKey|SharedAccess(?:Key|Signature)|AccessKey|Secret|Password|Pwd)\s{0,9}=\s{0,9}(?<value>[^;]{1,4000})/di;

const HOSTS = new RegExp(
  Object.values(azureHost)
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/**
 * Literals that go into a known client as its secret, and that nothing in the text alone says from other text: whatever
 * is there is a secret, unless it says that it is none.
 */
export function slotCandidates(
  groups: readonly UseGroup[],
  file: CodeFile,
  path: string,
  candidates: readonly Candidate[],
): Candidate[] {
  if (isTestMaterial(path)) return [];
  const found: Candidate[] = [];
  const places = groups
    .flatMap(({ uses }) => uses)
    .flatMap((use) => sourcesOf(use.trace).map((source) => ({ use, literal: literalOf(source) })));
  for (const { use, literal } of places) {
    const kind = literal && kindOf(use);
    const span = kind && secretIn(literal, use, file);
    if (!span) continue;
    if ([...candidates, ...found].some((one) => overlaps(one.span, span) || (one.around && overlaps(one.around, span))))
      continue;
    found.push({ kind, grade: 'likely', span, value: new Redacted(file.text.slice(span.start, span.end)) });
  }
  return found;
}

const literalOf = ({ origin, leaf, importedTrace: beyond }: Trace): StringNode | null =>
  origin === 'literal' && beyond === null && leaf.kind === 'string' ? leaf : null;

/** Null for places whose text the detector reads by itself: URLs. */
function kindOf({ service, secret, match }: Use): string | null {
  const wanted = KINDS[secret];
  if (!wanted) return null;
  const own = service.secrets.filter((kind) => wanted.test(kind)).at(-1);
  return (
    own ??
    (secret === 'SECRET' && /client_?secret/i.test(match.pattern.source.from) ? 'entra-client-secret-legacy' : null)
  );
}

/** Where the secret is in the file: the string as it is, or a part of it. Null where it is none, or written with escapes. */
function secretIn(node: StringNode, use: Use, file: CodeFile): Span | null {
  const part = use.secret === 'CONNECTION' ? SECRET_PART.exec(node.value) : null;
  const value = use.secret === 'CONNECTION' ? part?.groups?.['value'] : node.value;
  if (value === undefined || !isSecret(value, use, file) || isEmulatorText(node.value)) return null;
  const raw = file.text.slice(node.start, node.end);
  const at = raw.indexOf(value);
  return at < 0 ? null : { start: node.start + at, end: node.start + at + value.length };
}

function isSecret(value: string, { secret, match }: Use, file: CodeFile): boolean {
  if (
    value.length < 8 ||
    /\s/.test(value) ||
    isPlaceholder(value) ||
    isWord(value) ||
    isTestToken(value) ||
    isEmulatorKey(value)
  )
    return false;
  return secret !== 'PASSWORD' || judgePassword(value, codeOf(match, file), HOSTS, false) !== null;
}
