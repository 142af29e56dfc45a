import type { Iac } from '../guide/guidance';

/** What the guidance view shows. `html` is the rendered body; all of it is made by the extension, nothing in it is secret. */
export interface GuidancePage {
  readonly type: 'show';
  readonly state: 'guidance' | 'empty' | 'error';
  /** Names the subject: another subject starts at the top, the same one keeps its place. */
  readonly subject: string;
  readonly html: string;
  readonly host: string;
  readonly iac: Iac;
}

export type ToGuidanceView =
  | GuidancePage
  /** Answers a button: the words are said to screen readers, `button` shows them for a moment. */
  | { readonly type: 'said'; readonly button: string | null; readonly text: string }
  /** After a tick: `html` is what a reload would show; the page itself is already right but for the count. */
  | { readonly type: 'progress'; readonly text: string; readonly html: string };

export type FromGuidanceView =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly host: string; readonly iac: string }
  | { readonly type: 'copy'; readonly step: string; readonly button: string }
  | { readonly type: 'copyRole'; readonly role: number; readonly button: string }
  | { readonly type: 'terminal'; readonly step: string }
  | { readonly type: 'tick'; readonly step: string; readonly done: boolean }
  | { readonly type: 'answer'; readonly question: string; readonly answer: string }
  /** Carries the change of the person's code out, or shows it as a diff. */
  | { readonly type: 'change'; readonly fix: string; readonly apply: boolean }
  /** Opens one of the places that the page lists, by its number in the list. */
  | { readonly type: 'place'; readonly place: number }
  | { readonly type: 'action'; readonly action: string };

/** Ids of steps name settings and files too. */
const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 400;

/** A message of the page, or null for anything else: a page is not trusted to be the one we made. */
export function fromGuidanceView(message: unknown): FromGuidanceView | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  const field = (name: string): unknown => (message as Readonly<Record<string, unknown>>)[name];
  const { type } = message;
  const [step, button, host, iac, action] = ['step', 'button', 'host', 'iac', 'action'].map(field);
  const place = field('place');
  if (type === 'place' && typeof place === 'number') return { type, place };
  const [question, answer] = ['question', 'answer'].map(field);
  const role = field('role');
  const done = field('done');
  if (type === 'ready') return { type };
  if (type === 'choose' && isText(host) && isText(iac)) return { type, host, iac };
  if (type === 'copy' && isText(step) && isText(button)) return { type, step, button };
  if (type === 'copyRole' && typeof role === 'number' && isText(button)) return { type, role, button };
  if (type === 'terminal' && isText(step)) return { type, step };
  if (type === 'tick' && isText(step) && typeof done === 'boolean') return { type, step, done };
  if (type === 'answer' && isText(question) && isText(answer)) return { type, question, answer };
  const [fix, apply] = ['fix', 'apply'].map(field);
  if (type === 'change' && isText(fix) && typeof apply === 'boolean') return { type, fix, apply };
  if (type === 'action' && isText(action)) return { type, action };
  return null;
}
