import { checkSync } from 'recheck';
import type { Expression } from './collect';

/** Milliseconds after which an expression counts as undecided. Most take a few; a busy machine must not change a verdict. */
const PATIENCE = 60_000;

/** `safe`, or what recheck says against it. */
export type Verdict = string;

/**
 * What recheck says of an expression, by its automaton: no guess, and no attack that it merely did not find. `safe` is linear,
 * or bounded whatever the input.
 */
export function verdictOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): Verdict {
  // The others have no part in how long a match takes.
  const known = flags.replace(/[^imsuy]/g, '');
  try {
    const found = checkSync(source, known, { checker: 'automaton', timeout: PATIENCE });
    if (found.status === 'safe') return 'safe';
    return found.status === 'vulnerable'
      ? `vulnerable: ${found.complexity.summary}`
      : `undecided: ${found.error.kind === 'unsupported' ? found.error.message : found.error.kind}`;
  } catch (error) {
    return `undecided: ${String(error)}`;
  }
}
