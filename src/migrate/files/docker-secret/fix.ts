import { say } from '../../../core/message';
import type { Span } from '../../../core/span';
import { dockerfile } from '../../../formats/docker';
import type { Setting } from '../../../formats/format';
import { settingCovering, settingsOf } from '../../../formats/of-document';
import { beforeOnLine, keptIn, refused, wholeLines } from '../file-fix';
import type { FileFix } from '../file-fix';
import { isReadInBuild } from './build';

/** What goes with a setting: its instruction where it is alone in it, else its pair. Null where the text does not allow it. */
function stretchOf(text: string, settings: readonly Setting[], own: Setting): Span | null {
  const beside = settings.filter(({ span }) => span.start === own.span.start);
  // What is left of an instruction that could not be read to its end would mean something else.
  if (/\S/.test(text.slice(beside.at(-1)?.valueSpan.end, own.span.end))) return null;
  if (beside.length === 1) return wholeLines(text, own.span);
  const at = beside.indexOf(own);
  const [before, next] = [beside[at - 1], beside[at + 1]];
  const stretch = next
    ? { start: own.nameSpan.start, end: next.nameSpan.start }
    : { start: before?.valueSpan.end ?? own.nameSpan.start, end: own.valueSpan.end };
  const gap = next ? text.slice(own.valueSpan.end, stretch.end) : text.slice(stretch.start, own.nameSpan.start);
  return gap.includes('#') ? null : stretch;
}

/** What is before a value that its instruction does not end. */
const IN_INSTRUCTION = /^[ \t]*(?:ENV|ARG)[ \t]/i;

/** A secret in `ENV` or `ARG` of a Dockerfile: whoever runs the container sets it. */
export const dockerSecret: FileFix = {
  id: 'docker-secret',
  rules: ['hardcoded/'],
  handles: (path) => dockerfile.handles(path),
  async plan(document, span, _around, rule) {
    const { path, text } = document;
    const settings = await settingsOf(document);
    if (!settings) return refused('file-not-read');
    const own = settingCovering(settings, span);
    if (!own) return IN_INSTRUCTION.test(beforeOnLine(text, span.start)) ? refused('file-not-read') : null;
    if (own.value.kind !== 'literal') return null;
    const { name } = own;
    if (isReadInBuild(document, own)) return refused('docker-used-in-build', { name });
    const stretch = stretchOf(text, settings, own);
    if (!stretch) return refused('file-not-read');
    return {
      kind: 'change',
      title: say('Take {name} out of the image: set it where the container runs', { name }),
      service: null,
      fix: 'setting',
      edits: [{ span: stretch, newText: '' }],
      work: keptIn(rule, name),
      steps: [
        {
          id: `rotate:image:${path}`,
          kind: 'rotate',
          title: say('Delete the images that were built from {file}', { file: path }),
          text: [say('Whoever may pull one of them can read the value in its layers.')],
          code: null,
        },
      ],
    };
  },
};
