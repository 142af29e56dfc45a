import type { SourceDocument } from '../core/document';
import type { Span } from '../core/span';
import { createDetector } from '../detect/detector';
import { directivesOf, noDirectives } from '../detect/directives';
import { secretKinds } from '../detect/kinds/index';
import { otherKinds } from '../detect/others';

/** A hardcoded value, as the text alone shows it. */
export interface Hardcoded {
  /** `hardcoded/<secret kind>` */
  readonly rule: string;
  readonly span: Span;
  /** It has expired: it opens nothing any more. */
  readonly expired: boolean;
}

/** Every rule for hardcoded values, with its title. */
export const hardcodedRules: readonly { readonly id: string; readonly title: string }[] = [
  ...secretKinds,
  ...otherKinds.filter(({ id }) => !secretKinds.some((own) => own.id === id)),
].map(({ id, noun }) => ({ id: `hardcoded/${id}`, title: `Hardcoded ${noun.replace(/^an? /, '')}` }));

/** The keystroke's half of a scan on its own, for a face that only reports: no services, languages or plans come with it. */
export function createHardcodedScan(): (document: SourceDocument) => readonly Hardcoded[] {
  const detector = createDetector([]);
  return (document) => {
    const { candidates, directives } = detector.detect(document);
    const silenced = directives ? directivesOf(document.text) : noDirectives;
    const today = new Date().toISOString().slice(0, 10);
    return candidates
      .map(({ kind, span, reach }) => ({
        rule: kind.includes('/') ? kind : `hardcoded/${kind}`,
        span,
        expired: reach === 'expired',
      }))
      .filter(({ rule, span }) => !silenced.ignores(rule, span, today))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  };
}
