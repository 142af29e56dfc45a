import { asTexts } from '../core/paths';
import { quotedName } from '../core/printable';
import { overlaps } from '../core/span';
import type { Engine } from '../engine/engine';

/** An error's name only: messages may quote the text that was being read. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** The path of a file without a secret that is in it: everything that leaves the command has it like this. */
export function withoutSecrets(engine: Pick<Engine, 'scanText'>, path: string): string {
  const spans = asTexts(path).flatMap((text) => engine.scanText({ path: '', text }).findings.map(({ span }) => span));
  return spans
    .filter((span, at) => !spans.slice(0, at).some((other) => overlaps(other, span)))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}[redacted]${text.slice(end)}`, path);
}

/** The same for people: quoted as git does where it holds what is not printable, or what a build takes for a command. */
export { quotedName as shownName } from '../core/printable';

/** A path of a diff's header, with its `a/` or `b/`. */
export const headerName = (side: 'a' | 'b', path: string): string => quotedName(`${side}/${path}`);
