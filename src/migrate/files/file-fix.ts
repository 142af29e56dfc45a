import type { SourceDocument } from '../../core/document';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { Message } from '../../core/message';
import type { Span } from '../../core/span';
import type { Step } from '../../core/step';
import { lineEnd, lineStart } from '../../formats/lines';
import type { Model } from '../../project/model';
import { noFollowUp } from '../../steps/follow-up';
import type { FollowUp } from '../../steps/follow-up';
import { catalog } from '../catalog';
import { refusal } from '../refusals';

/** What removes a finding of a file that is not code. */
export interface FileChange {
  readonly kind: 'change';
  /** Names the change: "Sign in with OpenID Connect instead of a secret". */
  readonly title: Message;
  /** Id of the service that the secret belongs to; null where the finding's own is right. */
  readonly service: string | null;
  readonly edits: readonly TextEdit[];
  /**
   * `setting` where only a setting changes and its readers stay as they are. Default `identity`.
   */
  readonly fix?: 'setting';
  /** Id of the refusal that says why the readers of a setting stay as they are; none without it. */
  readonly because?: string;
  /** What only this change leaves to people, in order. */
  readonly steps: readonly Step[];
  /** What any change of the service leaves to people: identity, role, rotation. */
  readonly work?: FollowUp;
}

/** What a change may ask about the files around. */
export type Around = Pick<Model, 'settingFacts' | 'read' | 'projectOf' | 'filesMentioning'>;

/** Why it cannot be removed here. */
export type FileRefusal = { readonly kind: 'refusal' } & Refusal;

/** One sort of change of a file that is not code: a workflow, a template, a configuration. */
export interface FileFix {
  readonly id: string;
  /** Rules of the findings that it may remove; `hardcoded/` is all that begin so. */
  readonly rules: readonly string[];
  handles(path: string): boolean;
  /**
   * The change that removes the finding at a place, or the reason why there is none; null where the finding is of another
   * sort. Nothing is guessed, and an edit changes only its own characters.
   */
  plan(document: SourceDocument, span: Span, around: Around, rule: string): Promise<FileChange | FileRefusal | null>;
}

/** The refusal with an id, as a fix answers it. */
export const refused = (id: string, args: Message['args'] = {}): FileRefusal => ({
  kind: 'refusal',
  ...refusal(id, '', args),
});

/** The line end that a text uses. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** What is on the line of an offset before it. */
export const beforeOnLine = (text: string, offset: number): string => text.slice(lineStart(text, offset), offset);

/** The lines of a stretch with their last line break; null where more than a comment after `#` shares them. */
export function wholeLines(text: string, { start, end }: Span): Span | null {
  const from = start - beforeOnLine(text, start).length;
  const to = lineEnd(text, end);
  if (!/^[ \t]*$/.test(text.slice(from, start)) || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, to))) return null;
  return { start: from, end: to + (/^(?:\r\n|\r|\n)/.exec(text.slice(to))?.[0].length ?? 0) };
}

/** The secret kind of a rule: `storage-account-key` of `hardcoded/storage-account-key`. */
export const kindOf = (rule: string): string => rule.slice(rule.indexOf('/') + 1);

/** A secret that leaves the file and stays one: a setting that a person fills holds it. */
export const keptIn = (rule: string, setting: string): FollowUp => ({
  ...noFollowUp,
  kept: [
    {
      service: catalog.serviceOfKind(kindOf(rule))?.id ?? null,
      leaked: true,
      way: 'setting',
      secret: setting.toLowerCase().replace(/_/g, '-'),
      setting,
      address: null,
    },
  ],
});
