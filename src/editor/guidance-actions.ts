import { commands, env, l10n, window } from 'vscode';
import { codeText } from '../core/shell';
import type { StepCode } from '../core/step';
import type { Guidance } from '../guide/guidance';
import { measureCode } from '../guide/render-governance';
import { progress as progressIn } from '../guide/render-html';
import { isCommand, oneLine } from '../guide/terminal';
import { locationOf } from './diagnostics';
import { uriAt } from './documents';
import { isIac } from '../session/progress';
import { doneIn, htmlOf } from './guidance-content';
import type { Sources } from './guidance-content';
import type { FromGuidanceView, ToGuidanceView } from './guidance-messages';
import { gatheredFor } from './guidance-subject';
import type { Known } from './guidance-subject';
import { say } from './render';

/** What the page's buttons work on. */
export interface Stage {
  readonly sources: Sources;
  readonly known: () => Known;
  /** The guidance on the page; null where it shows something else. */
  readonly shown: () => Guidance | null;
  /** Makes the page anew from what is known. */
  readonly showPage: () => void;
  /** Asks the workspace again. */
  readonly refresh: () => Promise<void>;
  readonly post: (message: ToGuidanceView) => void;
}

type Handlers = {
  readonly [Type in FromGuidanceView['type']]: (
    message: Extract<FromGuidanceView, { readonly type: Type }>,
    stage: Stage,
  ) => Promise<void> | void;
};

const handlers: Handlers = {
  ready: (_message, { refresh }) => refresh(),
  async choose({ host, iac }, { sources: { engine, progress }, showPage }) {
    if (isIac(iac) && engine.hosts.some(({ id }) => id === host)) await progress.set({ ...progress.get(), host, iac });
    showPage();
  },
  async copy({ step, button }, stage) {
    const code = stage.shown() === null ? null : codeOf(step, stage);
    if (code !== null) await copy(codeText(code, say), button, stage);
  },
  async copyRole({ role, button }, stage) {
    const id = stage.shown()?.roles[role]?.role.id;
    if (id !== undefined) await copy(id, button, stage);
  },
  terminal: ({ step }, stage) => {
    insert(step, stage);
  },
  tick: ({ step, done }, stage) => tick(step, done, stage),
  async answer({ question, answer }, { sources: { progress }, showPage }) {
    const now = progress.get();
    await progress.set({ ...now, answers: { ...now.answers, [question]: answer } });
    showPage();
  },
  async change({ apply, fix }, { known }) {
    const ref = known().about?.ref;
    const command = apply ? 'secretless.applyFix' : 'secretless.previewMigration';
    if (ref !== undefined) await commands.executeCommand(command, ref, fix);
  },
  async place({ place }, { known }) {
    const { about } = known();
    const related = gatheredFor(known())?.around?.places.list[place];
    const location = about?.ref && related && locationOf(uriAt(about.ref.uri), related);
    // A file of the workspace in an editor, and nothing else: the page only says which of the list.
    if (location) await window.showTextDocument(location.uri, { selection: location.range });
  },
  async action({ action }, { refresh }) {
    if (action === 'findings') await commands.executeCommand('secretless.findings.focus');
    else await refresh();
  },
};

/** Does what a button of the page asks for. */
export async function receive(message: FromGuidanceView, stage: Stage): Promise<void> {
  // TypeScript does not see that a message goes to the handler of its own type.
  const handle = handlers[message.type] as (message: FromGuidanceView, stage: Stage) => Promise<void> | void;
  await handle(message, stage);
}

const codeOf = (step: string, { shown }: Stage): StepCode | null =>
  shown()?.steps.find(({ id }) => id === step)?.code ?? measureCode(step);

async function copy(text: string, button: string, { post }: Stage): Promise<void> {
  await env.clipboard.writeText(text);
  post({ type: 'said', button, text: l10n.t('Copied') });
}

/** Puts a command into a terminal for the person to complete and run; a line break would run it. */
function insert(step: string, stage: Stage): void {
  const code = codeOf(step, stage);
  if (stage.shown() === null || !isCommand(code)) return;
  const terminal = window.activeTerminal ?? window.createTerminal('Secretless');
  terminal.show();
  terminal.sendText(oneLine(code), false);
  stage.post({ type: 'said', button: null, text: l10n.t('Inserted in the terminal, not run') });
}

async function tick(step: string, checked: boolean, { sources, known, shown, post }: Stage): Promise<void> {
  const guidance = shown();
  if (guidance === null) return;
  const { progress } = sources;
  const now = progress.get();
  const others = doneIn(progress, guidance).filter((id) => id !== step);
  const state = { most: now.services[guidance.service]?.most ?? 0, done: checked ? [...others, step] : others };
  await progress.set({ ...now, services: { ...now.services, [guidance.service]: state } });
  const text = say(progressIn(guidance, doneIn(progress, guidance)));
  post({ type: 'progress', text, html: htmlOf(sources, known(), guidance) });
}
