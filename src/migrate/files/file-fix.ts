import type { SourceDocument } from '../../core/document';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { Message } from '../../core/message';
import type { Span } from '../../core/span';
import type { Step } from '../../core/step';
import type { Model } from '../../project/model';
import type { FollowUp } from '../../steps/follow-up';
import { refusal } from '../refusals';

/** What removes a finding of a file that is not code. */
export interface FileChange {
  readonly kind: 'change';
  /** Names the change: "Sign in with OpenID Connect instead of a secret". */
  readonly title: Message;
  /** Id of the service that the secret belongs to. */
  readonly service: string;
  readonly edits: readonly TextEdit[];
  /**
   * `setting` where only a setting changes and its readers stay as they are: the reason at the finding still says what is
   * done. Default `identity`.
   */
  readonly fix?: 'setting';
  /** What only this change leaves to people, in order. */
  readonly steps: readonly Step[];
  /** What any change of the service leaves to people: identity, role, rotation. */
  readonly work?: FollowUp;
}

/** What a change may ask about the files around. */
export type Around = Pick<Model, 'settingFacts' | 'read' | 'projectOf' | 'filesMentioning'>;

/** Why it cannot be removed here. */
export type FileRefusal = { readonly kind: 'refusal' } & Refusal;

/** A refusal by its id. */
export const refused = (id: string, args: Readonly<Record<string, string>> = {}): FileRefusal => ({
  kind: 'refusal',
  ...refusal(id, '', args),
});

/** One sort of change of a file that is not code: a workflow, a template, a configuration. */
export interface FileFix {
  readonly id: string;
  /** Rules of the findings that it may remove. */
  readonly rules: readonly string[];
  handles(path: string): boolean;
  /**
   * The change that removes the finding at a place, or the reason why there is none; null where the finding is of another
   * sort. Nothing is guessed, and an edit changes only its own characters.
   */
  plan(document: SourceDocument, span: Span, around: Around): Promise<FileChange | FileRefusal | null>;
}

/** The line end that a text uses. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** What is on the line of an offset before it. */
export const beforeOnLine = (text: string, offset: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);

/** Where the line of an offset ends, its line break left out. */
export const lineEndAfter = (text: string, offset: number): number => {
  const at = text.slice(offset).search(/[\r\n]/);
  return at < 0 ? text.length : offset + at;
};
