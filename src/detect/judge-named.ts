import { EQUALS, OPEN_ROUND } from '../core/units';
import { Redacted } from '../core/redacted';
import type { Span } from '../core/span';
import type { Candidate } from './candidate';
import { decode } from './encoding';
import { matchIn } from './kind';
import type { FreeArgument, NamedShape, SecretKind, Source, Verdict } from './kind';
import type { Landmark } from './landmarks';
import {
  freeArguments,
  literalArguments,
  mayHaveValue,
  NAME_REACH,
  nameAround,
  valuesBehind,
  type BareValues,
  type NamedValue,
} from './named';
import { lengthsOf, shapes, type Shape } from './shapes';
import { isForeign } from './foreign';
import { isTranslation } from './labels';
import { isEmulatorKey, isHashContext, isLockFile } from './silent';

/** How far a landmark may be from a value, in UTF-16 units: imports are at the top of a file, a host near its password. */
const REACH: Readonly<Record<'key' | 'password', number>> = { key: 4000, password: 1500 };

const KEY_NAME = /key|secret|token|credential|passw|pwd|pass$|auth|sas|pat$|code$|client$|subscription$|certificate2$/;
const NOT_A_KEY =
  /(?:cache|partition|row|sort|foreign|hash|idempotency|routing|instrumentation|translation|message|locale|object|lookup|map|dict|public|site|vapid|integrity|publish|order|encrypted|wrapped|cipher|verification|validation|deploy|ssh|host_?public)key|(?:continuation|page|paging|next|sync|delta|resume|cancellation|csrf|xsrf|antiforgery|verification)token|keyid$|(?:name|id|ids|uri|url|version|path|file|type|length|size|count|prefix|header|field|vault|identifier|thumbprint|fingerprint|hash|digest|checksum|md5|etag|nonce|salt|vector|iv|revision|commit|sha\d{0,20}|uuid|guid|endpoint)\d?$|^(?:contenthash|integrity|checksum)/;
const FREE_TEXT: ReadonlySet<Shape> = new Set(['legacySecret', 'password']);

const CLIENT_SECRET = /client_?secret$|app(?:lication)?secret$/;

/** What was computed from a secret is none. HashiCorp's products begin alike. */
const COMPUTED = /hash(?!icorp|key)|digest|encrypted|salted|bcrypt|argon2/;

/** Calls that ask for a secret by its name: none of their arguments is one. */
const GETTER =
  /(?:get|read|fetch|find|load|lookup|delete|list|has|resolve|retrieve)[a-z0-9]{0,20}(?:secret|key|password|token|credential)s?(?:async|value|version|bundle)?$/;
/** Two texts of a list are before a place, maybe some units after it: `["user", "password", "host"]`. */
const isInList = (text: string, at: number): boolean =>
  /["'`]\s{0,3},\s{0,20}["'`][A-Za-z_.-]{0,12}["'`]?[\s,]{0,8}$/.test(text.slice(Math.max(0, at - 60), at));

const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const PASSWORD_NAME = /passw(?:or)?d|passwd|passphrase|pwd|pass\d?$|securestring$/;
const NOT_A_PASSWORD =
  /(?:name|file|path|url|uri|length|min|max|policy|hash|hint|reset|question|field|label|input|regex|pattern|prompt|placeholder|confirm|expiry|expires|salt|type|env|id|enabled|disabled|required|version|secret|ref|format|key|prefix|error|message|text|title|description|encrypted|var|variable|parameter|param|mode|only|authentication|auth)s?$|^(?:get|prompt|ask|read|fetch|load|forgot|reset|change|confirm|verify|check|validate|generate|hash|encode|has|is|show|no|min|max|disable)(?!$)/;

/** Formats in which free text is without quotes. */
const LINE_FORMATS =
  /(?:^|\/)\.?env(?:\.[\w.-]{1,100})?$|\.(?:env|ya?ml|properties|ini|cnf|cfg|conf|config|http|rest|md|txt|editorconfig|npmrc|list)$|(?:^|\/)\.(?:npmrc|pgpass|netrc)$/i;
const WORD_FORMATS =
  /\.(?:sh|bash|zsh|ps1|psm1|cmd|bat|tf|tfvars|dockerfile|mdx|sql|toml|xml|plist|csproj|targets|pubxml|html|rst|adoc|ipynb)$|(?:^|\/)(?:dockerfile|containerfile|makefile|jenkinsfile|procfile)[\w.-]{0,100}$/i;

interface Form extends NamedShape {
  readonly kind: SecretKind;
}

/** Judges the values of one text that names and calls point to. */
export interface NamedJudge {
  /** Judges what is after the name round a hit. Returns where reading on makes sense. */
  name(from: number, to: number, found: Candidate[]): number;
  /** Judges the string literals among the arguments of a call whose bracket is before `from`. */
  call(from: number, found: Candidate[]): void;
}

const isParameter = (text: string, { start }: Span, name: string): boolean =>
  text.charCodeAt(start - 1) === EQUALS && /[?&]/.test(text.charAt(start - 2 - name.length));

/** The address that a parameter belongs to, which is before it without a space or quote, is of this machine. */
const isLocalAt = (text: string, at: number): boolean =>
  /:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal)[:/][^\s"'`<>]{0,600}$/i.test(
    text.slice(Math.max(0, at - 700), at),
  );

/** What the kinds say about values without a shape of their own. */
interface Table {
  readonly forms: readonly Form[];
  /** Calls with arguments that may be free text. */
  readonly freeCalls: readonly FreeArgument[];
  /** Free text last: a key under the name of a password is a key. */
  readonly shapes: readonly (readonly [Shape, readonly Form[]])[];
}

/** A value to be judged, and the name that points to it. */
interface Asked {
  readonly source: Source;
  readonly label: string;
  /** Where the name is. */
  readonly at: Span;
  readonly span: Span;
  /** The name is that of a call, and the value one of its arguments. */
  readonly call: boolean;
  /** It may be free text, which only names and landmarks can tell. */
  readonly free: boolean;
}

/** Makes the judges of texts. */
export interface NamedJudges {
  of(source: Source): NamedJudge;
  /** One that only says what is certain; null where the text has no landmark that such a value needs. */
  certainOf(source: Source): NamedJudge | null;
}

/** Puts together what the kinds say about values without a shape of their own. */
export function createNamedJudge(kinds: readonly SecretKind[]): NamedJudges {
  const forms: readonly Form[] = kinds.flatMap((kind) => (kind.named ?? []).map((named) => ({ ...named, kind })));
  const freeCalls = [...freeArguments, ...kinds.flatMap((kind) => kind.freeArguments ?? [])];
  const table = tableOf(forms, freeCalls);
  const certain = forms.filter(({ mayBeCertain }) => mayBeCertain);
  const certainTable = tableOf(certain, []);
  const nearCertain = certain.flatMap(({ near }) => [...near]);
  return {
    of: (source) => judgeOf(table, source),
    certainOf: (source) =>
      source.surroundings.nearest(nearCertain, { start: 0, end: source.text.length }, 0) === null
        ? null
        : judgeOf(certainTable, source),
  };
}

function tableOf(forms: readonly Form[], freeCalls: readonly FreeArgument[]): Table {
  const byShape = new Map<Shape, Form[]>();
  for (const form of forms) byShape.set(form.shape, [...(byShape.get(form.shape) ?? []), form]);
  return {
    forms,
    freeCalls,
    shapes: [...byShape].sort(([a], [b]) => Number(FREE_TEXT.has(a)) - Number(FREE_TEXT.has(b))),
  };
}

function judgeOf(table: Table, source: Source): NamedJudge {
  const { text } = source;
  const bare = bareValues(source);
  // Bounds the work on a text made to be slow; no text a person wrote comes near.
  let budget = 50_000 + 4 * text.length;
  /** Nothing is judged without a landmark near its name. */
  const mayBeJudged = (from: number, to: number): boolean =>
    source.surroundings.any(from - NAME_REACH - REACH.key, to + NAME_REACH + REACH.key);
  return {
    name(from, to, found) {
      if (!mayBeJudged(from, to)) return to;
      const place = nameAround(text, from, to);
      if (budget < 0 || !mayHaveValue(text, place.end)) return place.end;
      // Another argument than the first may be the secret: access_key(account, key).
      if (text.charCodeAt(place.end) === OPEN_ROUND) {
        const { literals, end } = literalArguments(text, place.end + 1);
        budget -= 100 + end - place.end;
        const label = text.slice(place.start, place.end);
        // A secret that is asked for: its name and version are there.
        if (GETTER.test(folded(label))) return end;
        for (const { span, index, name } of literals) {
          const asked = { source, label: name ?? label, at: place, span, call: false, free: false };
          if (index > 0) judgeValue(table, asked, found);
        }
      }
      for (const value of valuesBehind(text, place, bare ?? 'word')) {
        const { span, name: label } = value;
        budget -= 100 + span.end - span.start;
        const free = isFree(value, source, bare);
        if (judgeValue(table, { source, label, at: place, span, call: false, free }, found)) break;
      }
      return place.end;
    },
    call(from, found) {
      if (budget < 0 || !mayBeJudged(from, from)) return;
      const at = nameAround(text, from - 2, from - 1);
      const label = text.slice(at.start, from);
      const name = folded(label);
      const { literals, end } = literalArguments(text, from);
      const first = text.slice(from, from + 220);
      budget -= 100 + end - from;
      for (const { span, index } of literals) {
        budget -= 50;
        const free = isFreeArgument(table, name, index, first);
        judgeValue(table, { source, label, at, span, call: true, free }, found);
      }
    },
  };
}

const isFreeArgument = ({ freeCalls }: Table, name: string, index: number, text: string): boolean =>
  freeCalls.some(
    ({ call, from, to = Infinity, first }) =>
      index >= from && index <= to && call.test(name) && (first?.test(text) ?? true),
  );

/** Judges one value. True where it is known what it is, be it nothing to report. */
function judgeValue({ forms, shapes: inOrder }: Table, asked: Asked, found: Candidate[]): boolean {
  const { source, label, at, span, call, free } = asked;
  const length = span.end - span.start;
  // Only free text is shorter than the shortest shape.
  if (length < 6 || (!free && length < 32)) return false;
  const name = folded(label);
  if (length < 32 && !call && !isPasswordName(name, forms)) return false;
  if (!call && COMPUTED.test(name)) return false;
  // A host on the developer's own machine makes its keys anew.
  if (isParameter(source.text, span, label) && isLocalAt(source.text, at.start)) return true;
  const decoded = decode(source.text.slice(span.start, span.end));
  // Labels of a program in another language are under the same names.
  if (isTranslation(source.path) && !/\d/.test(decoded)) return false;
  for (const [shape, candidates] of inOrder) {
    if (!mayHaveShape(shape, decoded, asked)) continue;
    // A client secret is no key, however it looks.
    if (!FREE_TEXT.has(shape) && CLIENT_SECRET.test(name)) continue;
    const outcome = outcomeOf(candidates, shape, name, decoded, asked);
    if (outcome === null) continue;
    if (outcome !== 'silent')
      found.push({ kind: outcome.form.kind.id, span, value: new Redacted(decoded), ...outcome.verdict });
    return true;
  }
  return false;
}

const isPasswordName = (name: string, forms: readonly Form[]): boolean =>
  PASSWORD_NAME.test(name) || forms.some((form) => form.shape === 'password' && form.name?.test(name));

function mayHaveShape(shape: Shape, decoded: string, { call, free }: Asked): boolean {
  if ((shape === 'password' || (shape === 'legacySecret' && !call)) && !free) return false;
  const [least, most] = lengthsOf[shape];
  return decoded.length >= least && decoded.length <= most && shapes[shape](decoded);
}

type Outcome = { readonly form: Form; readonly verdict: Verdict } | 'silent' | null;

/** What the nearest service says of a value; where it declines, the next. */
function outcomeOf(candidates: readonly Form[], shape: Shape, name: string, decoded: string, asked: Asked): Outcome {
  const { source, label, at, span, call } = asked;
  const reach = shape === 'password' ? REACH.password : REACH.key;
  let fitting = candidates.filter((form) => (call && shape !== 'legacySecret') || isNamed(form, shape, name));
  while (fitting.length > 0) {
    const wanted: Landmark[] = fitting.flatMap(({ near }) => [...near]);
    const landmark = source.surroundings.nearest(wanted, at, reach);
    const form = landmark === null ? undefined : fitting.find(({ near }) => near.includes(landmark));
    if (!form || landmark === null || isForeign(source, label, at, span, landmark, shape === 'hex32' && !call))
      return null;
    if (isKnown(shape, decoded, asked)) return 'silent';
    const match = Object.assign(matchIn(source, { whole: span, value: span, decoded, groups: { name } }), { name: at });
    const verdict = form.judge === undefined ? ({ grade: 'likely' } as const) : form.judge(match);
    if (verdict !== null) return { form, verdict };
    fitting = fitting.filter((each) => each !== form);
  }
  return null;
}

const isNamed = (form: Form, shape: Shape, name: string): boolean =>
  form.name?.test(name) ??
  (shape === 'password'
    ? PASSWORD_NAME.test(name) && !NOT_A_PASSWORD.test(name)
    : KEY_NAME.test(name) && !NOT_A_KEY.test(name));

/** True for what is no secret, whatever it is called: the key of an emulator, a checksum. */
const isKnown = (shape: Shape, decoded: string, { source: { text, path }, span: { start } }: Asked): boolean =>
  isEmulatorKey(decoded) ||
  isLockFile(path) ||
  (shape !== 'password' && isHashContext(text.slice(Math.max(0, start - 60), start)));

/** May the value be free text, which only names and landmarks can tell? */
const isFree = (
  { quoted, wrapper, name, span, listed }: NamedValue,
  { text, path }: Source,
  bare: BareValues | null,
): boolean => {
  // Two neighbours in a list are not name and value: of JSON, or with another text before them.
  if (
    listed &&
    (path.endsWith('.json') ||
      (!name.startsWith('-') && text.charAt(span.start - 2) !== '\\' && isInList(text, span.start - name.length)))
  )
    return false;
  if (quoted) return wrapper === '' || /SecureString|Secret|default|Field\(|Ptr\(|Some\(|from\(|String\(/.test(wrapper);
  if (wrapper !== '') return false;
  // A parameter of a form or query.
  if (/^&[A-Za-z_]\w{0,40}=/.test(text.slice(span.end, span.end + 44)) || isParameter(text, span, name)) return true;
  // A whole line, a flag, or an assignment of a shell within another format.
  return (
    bare === 'word' ||
    name.startsWith('-') ||
    (bare === 'line' &&
      (/^[\r\n]|^$|^\s+(?:#|\/\/)|^</.test(text.slice(span.end, span.end + 20)) || /^[A-Z_]{3,}$/.test(name)))
  );
};

const bareValues = ({ path, languageId }: Source): BareValues | null => {
  if (LINE_FORMATS.test(path) || languageId === 'dotenv' || languageId === 'yaml' || languageId === 'properties')
    return 'line';
  return WORD_FORMATS.test(path) || !/\.\w{1,12}$/.test(path) ? 'word' : null;
};
