import { baseName, type SourceDocument } from '../core/document';
import { Redacted } from '../core/redacted';
import type { Span } from '../core/span';
import type { SecretlintConfig } from '../core/secretlint-config';
import type { Candidate } from './candidate';
import { decode } from './encoding';
import { presetReports } from './preset';
import { createPresetFilter } from './preset-anchors';
import { isNobodys } from './database';
import { isPlaceholder } from './placeholders';
import { isLocal, isTestMaterial, isTestToken } from './silent';

/** Short ids that have another name among our kinds. */
const KINDS: Readonly<Record<string, string>> = { privatekey: 'private-key', databricks: 'databricks-pat' };

const secretKind = (ruleId: string): string => {
  const short = ruleId.replace(/^@secretlint\/secretlint-rule-/, '');
  return KINDS[short] ?? short;
};

/** Where the value is in what the preset reports, which may be a whole PEM block, URL, assignment or file. */
const VALUES: readonly RegExp[] = [
  /-----BEGIN[^-]{0,40}-----(?<value>[A-Za-z0-9+/=\s\\]{20,20000})-----END/d,
  /^(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^/:@\s]{0,300}:(?<value>[^/@\s]{1,300})@/d,
  /^["']?[\w.-]{1,80}["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?(?<value>[^\s"']{8,4000})["']?$/d,
];

function narrowed(text: string, span: Span): Span {
  const found = text.slice(span.start, span.end);
  for (const expression of VALUES) {
    const place = expression.exec(found)?.indices?.groups?.['value'];
    if (place !== undefined) return withoutBreaks(text, { start: span.start + place[0], end: span.start + place[1] });
  }
  return span;
}

/** Without the line breaks at both ends of a PEM block, real ones or `\\n` of a string. */
function withoutBreaks(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const size = (at: number): number =>
    /\s/.test(text.charAt(at)) ? 1 : /^\\[rn]$/.test(text.slice(at, at + 2)) ? 2 : 0;
  for (let step = size(from); step > 0 && from < to; step = size(from)) from += step;
  for (;;) {
    if (to > from && /\s/.test(text.charAt(to - 1))) to--;
    else if (to - 2 >= from && size(to - 2) === 2) to -= 2;
    else return { start: from, end: to };
  }
}

/** What our own kinds leave alone as well: placeholders, values made up, a developer's own machine in URLs, keys made for a test. */
function isHarmless(kind: string, text: string, span: Span, path: string): boolean {
  if (kind === 'private-key') return isTestMaterial(path);
  if (kind === 'gcp') return false;
  if (kind !== 'basicauth' && kind !== 'database-connection-string')
    return isTestToken(text.slice(span.start, span.end));
  const behind = text.slice(span.end, span.end + 80);
  return (
    isPlaceholder(decode(text.slice(span.start, span.end), true)) ||
    isLocal(behind) ||
    isNobodys(/^@?([\w.-]*)/.exec(behind)?.[1] ?? '')
  );
}

/** The extension with its dot. None for `.p12`: the preset would read that file from the disk. */
function extensionOf(path: string): string {
  const extension = /\.[^.]*$/.exec(baseName(path))?.[0] ?? '';
  return extension === '.p12' ? '' : extension;
}

const mayHoldOthers = createPresetFilter();

/**
 * Secrets that are not Azure's, found by secretlint's recommended preset. A bundle of its own: reach it by dynamic
 * import. Values are read from the text; what the preset says about them is never used, since it quotes them.
 *
 * The preset honours directives for its own ids; ours are the caller's to apply.
 *
 * @param thorough runs the preset on every text, also where none of its words are; the result is the same.
 */
export async function othersIn(
  { path, text }: SourceDocument,
  config: Partial<SecretlintConfig> = {},
  thorough = false,
): Promise<Candidate[]> {
  if (config.preset?.disabled) return [];
  // Options can switch on expressions whose words the filter does not know.
  const plain = !config.rules?.some(({ options }) => Object.keys(options).length > 0);
  if (!thorough && plain && !mayHoldOthers(path, text)) return [];
  const messages = await presetReports({ path, text, extension: extensionOf(path) }, config.rules ?? []);
  // secretlint counts from after a byte-order mark.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  // A preset's own rules run although they are disabled.
  const disabled = new Set(config.rules?.flatMap(({ id, disabled: off }) => (off ? [id] : [])));
  const isAllowed = (ruleId: string, found: string): boolean =>
    config.rules?.some(({ id, allows }) => id === ruleId && allows(found)) ?? false;
  for (const {
    ruleId,
    span: { start, end },
  } of messages) {
    if (disabled.has(ruleId) || isAllowed(ruleId, text.slice(start + shift, end + shift))) continue;
    const span = narrowed(text, { start: start + shift, end: end + shift });
    const place = `${span.start}-${span.end}`;
    if (seen.has(place) || isHarmless(secretKind(ruleId), text, span, path)) continue;
    seen.add(place);
    candidates.push({
      kind: secretKind(ruleId),
      grade: 'likely',
      span,
      value: new Redacted(text.slice(span.start, span.end)),
    });
  }
  return candidates.sort((a, b) => a.span.start - b.span.start);
}
