import { commands, env, l10n, Uri, window } from 'vscode';
import type { Disposable, ExtensionContext, WebviewView, WebviewViewProvider } from 'vscode';
import type { Engine } from '../engine/engine';
import type { Clues } from '../guide/clues';
import type { Choice, Guidance, Iac } from '../guide/guidance';
import { codeText } from '../core/shell';
import type { StepCode } from '../core/step';
import { changeHtml, goneChange } from '../guide/render-change';
import type { CodeChange } from '../guide/render-change';
import { renderDecision } from '../guide/render-decision';
import { governanceHtml, measureCode } from '../guide/render-governance';
import { progress, renderHtml } from '../guide/render-html';
import { isCommand, oneLine } from '../guide/terminal';
import type { GuidanceContext } from '../session/guidance-context';
import { doneOf, isIac } from '../session/progress';
import type { FindingRef, Store } from '../session/store';
import type { Work } from '../steps/work';
import type { ProgressMemory } from './guidance-memory';
import { fromGuidanceView } from './guidance-messages';
import type { GuidancePage, ToGuidanceView } from './guidance-messages';
import { shell, stateHtml } from './guidance-page';
import { say } from './render';

/** What the view explains: a finding's rule, its service, or both. */
export interface GuidanceSubject {
  readonly rule?: string;
  readonly service: string | null;
  /** Shown beside the title of the view, without a value: "upload.ts, line 3". */
  readonly title?: string;
  /** The finding whose code is shown before and after. */
  readonly ref?: FindingRef;
  /** What the migration that was just carried out has left to do: its steps are shown, before all else. */
  readonly work?: Work;
}

export interface GuidanceView extends Disposable {
  /** Explains the subject, and brings the view to the front unless told not to. */
  show(subject: GuidanceSubject, options?: { readonly reveal?: boolean }): Promise<void>;
}

interface GuidanceViewOptions {
  readonly engine: Pick<Engine, 'explain' | 'hosts'>;
  readonly progress: ProgressMemory;
  /** What the workspace adds; without it the guidance speaks of the service alone. */
  readonly context?: GuidanceContext;
  readonly store?: Pick<Store, 'onDidChange' | 'get'>;
}

const viewId = 'secretless.guidance';
const subjectKey = 'secretless.guidance.subject';

/** Milliseconds the page waits for what the workspace tells before it is shown without. */
const PATIENCE = 10;
/** Milliseconds a document rests before its code is looked at again. */
const REST = 300;

interface Chosen {
  readonly host: string;
  readonly iac: Iac;
}

/** What has been gathered for a subject. */
interface Gathered {
  readonly key: string;
  /** Undefined while it is being made, null once its finding is gone. */
  readonly change: CodeChange | null | undefined;
  readonly clues: Clues;
}

const tools = (): (Choice & { readonly id: Iac })[] => [
  { id: 'cli', title: l10n.t('Azure CLI') },
  { id: 'bicep', title: 'Bicep' },
  { id: 'terraform', title: 'Terraform' },
];

const randomNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Registers the side bar's guidance view. Its subject, choices, answers and ticks stay with the workspace. */
export function registerGuidanceView(
  { workspaceState: memory, extensionUri, subscriptions }: ExtensionContext,
  { engine, progress: kept, context, store }: GuidanceViewOptions,
): GuidanceView {
  let view: WebviewView | undefined;
  let shown: Guidance | null = null;
  let gathered: Gathered | null = null;
  let likely: string | null = null;
  let turn = 0;

  let current = memory.get<GuidanceSubject>(subjectKey);
  const subject = (): GuidanceSubject | undefined => current;
  const chosen = (): Chosen => {
    const { host, iac } = kept.get();
    const wanted = host ?? likely;
    return { host: engine.hosts.some(({ id }) => id === wanted) && wanted !== null ? wanted : 'app-service', iac };
  };
  const done = ({ service, steps }: Guidance): readonly string[] =>
    doneOf(steps, kept.get().services[service]?.done ?? []);

  const decisionOn = ({ support, host }: Guidance): ReturnType<typeof renderDecision> =>
    renderDecision(kept.get().answers, { support, host: host.id }, say);

  /** The change as far as it is known: what was gathered for this subject, else its name. */
  function changeOf(about: GuidanceSubject | undefined): CodeChange | null {
    if (about?.ref === undefined || context === undefined) return null;
    const now = context.now(about.ref);
    const { key, change } = gathered ?? {};
    if (key !== keyOf(about) || change === undefined) return now;
    return change ?? now ?? goneChange;
  }

  const htmlOf = (guidance: Guidance): string => {
    const change = changeOf(subject());
    return renderHtml(guidance, say, {
      done: done(guidance),
      decision: decisionOn(guidance).html,
      organisation: governanceHtml(say, { level: 3, buttons: true }),
      left: subject()?.work !== undefined,
      ...(change !== null && { change: changeHtml(change, say) }),
    });
  };

  function explain(name: string, about: GuidanceSubject, { host, iac }: Chosen): Guidance | null {
    const clues = gathered?.key === keyOf(about) ? gathered.clues : undefined;
    const options = {
      translate: say,
      ...(about.rule !== undefined && { rule: about.rule }),
      ...(about.work !== undefined && { work: about.work }),
      ...(clues?.access !== undefined && { access: clues.access }),
      ...(clues !== undefined && { values: clues.values }),
    };
    const first = engine.explain(name, host, iac, options);
    const identity = first && decisionOn(first).identity;
    return identity ? engine.explain(name, host, iac, { ...options, identity }) : first;
  }

  function pageOf(about: GuidanceSubject | undefined): GuidancePage {
    const base = {
      type: 'show',
      subject: JSON.stringify([about?.service, about?.rule, about?.work !== undefined]),
      ...chosen(),
    } as const;
    shown = null;
    const name = about?.service ?? about?.rule;
    const toFindings = { id: 'findings', title: l10n.t('Show Findings') };
    if (about === undefined || name === undefined) {
      const text = l10n.t('The steps to replace its secret with a managed identity appear here.');
      return { ...base, state: 'empty', html: stateHtml(l10n.t('Select a finding'), text, toFindings) };
    }
    try {
      shown = explain(name, about, base);
      if (shown !== null) return { ...base, state: 'guidance', html: htmlOf(shown) };
    } catch {
      const text = l10n.t('The guidance could not be created.');
      const retry = { id: 'retry', title: l10n.t('Try Again') };
      return { ...base, state: 'error', html: stateHtml(l10n.t('Something went wrong'), text, retry) };
    }
    const text = l10n.t('There is no guidance for {0}.', name);
    return { ...base, state: 'error', html: stateHtml(l10n.t('No guidance'), text, toFindings) };
  }

  const post = (message: ToGuidanceView): void => {
    void view?.webview.postMessage(message);
  };

  function showPage(): void {
    const about = subject();
    const page = pageOf(about);
    if (view !== undefined) view.description = about?.title ?? '';
    post(page);
  }

  /** Names and access first: they are quick to come by. The code needs a whole plan, so the page does not wait for it. */
  async function* gather(about: GuidanceSubject, around: GuidanceContext): AsyncGenerator<Gathered> {
    const { ref, service } = about;
    const key = keyOf(about);
    const old = gathered?.key === key ? gathered.change : undefined;
    const [clues, host] = await Promise.all([
      ref === undefined || service === null ? { values: {} } : around.clues(service, ref),
      around.likelyHost(),
    ]);
    likely = host;
    yield { key, change: old, clues };
    if (ref !== undefined) yield { key, change: await around.change(ref), clues };
  }

  /** Shows the subject within {@link PATIENCE}; what takes longer is added when it is there. */
  async function refresh(): Promise<void> {
    const about = subject();
    turn += 1;
    const mine = turn;
    if (about === undefined || context === undefined || view === undefined || !view.visible) {
      showPage();
      return;
    }
    const stages = gather(about, context);
    const next = async (): Promise<boolean> => {
      const stage = await stages.next();
      if (stage.done === true || mine !== turn) return false;
      gathered = stage.value;
      return true;
    };
    const first = next().catch(() => false);
    const inTime = await Promise.race([first, pause(PATIENCE)]);
    if (mine !== turn) return;
    showPage();
    if (inTime !== true && (await first)) showPage();
    // The page leaves before the plan takes the processor.
    await pause(0);
    if (mine === turn && (await next().catch(() => false))) showPage();
  }

  async function copy(text: string | undefined, button: string): Promise<void> {
    if (text === undefined) return;
    await env.clipboard.writeText(text);
    post({ type: 'said', button, text: l10n.t('Copied') });
  }

  const codeOf = (step: string): StepCode | null =>
    shown?.steps.find(({ id }) => id === step)?.code ?? measureCode(step);

  /** Puts a command into a terminal for the person to complete and run; a line break would run it. */
  function insert(step: string): void {
    const code = codeOf(step);
    if (shown === null || !isCommand(code)) return;
    const terminal = window.activeTerminal ?? window.createTerminal('Secretless');
    terminal.show();
    terminal.sendText(oneLine(code), false);
    post({ type: 'said', button: null, text: l10n.t('Inserted in the terminal, not run') });
  }

  async function tick(step: string, checked: boolean): Promise<void> {
    if (shown === null) return;
    const guidance = shown;
    const now = kept.get();
    const others = done(guidance).filter((id) => id !== step);
    const state = { most: now.services[guidance.service]?.most ?? 0, done: checked ? [...others, step] : others };
    await kept.set({ ...now, services: { ...now.services, [guidance.service]: state } });
    post({ type: 'progress', text: say(progress(guidance, done(guidance))), html: htmlOf(guidance) });
  }

  async function receive(raw: unknown): Promise<void> {
    const message = fromGuidanceView(raw);
    switch (message?.type) {
      case 'ready':
        await refresh();
        break;
      case 'choose':
        if (isIac(message.iac) && engine.hosts.some(({ id }) => id === message.host)) {
          await kept.set({ ...kept.get(), host: message.host, iac: message.iac });
        }
        showPage();
        break;
      case 'copy':
        if (shown !== null) {
          const code = codeOf(message.step);
          await copy(code === null ? undefined : codeText(code, say), message.button);
        }
        break;
      case 'copyRole':
        await copy(shown?.roles[message.role]?.role.id, message.button);
        break;
      case 'terminal':
        insert(message.step);
        break;
      case 'tick':
        await tick(message.step, message.done);
        break;
      case 'answer':
        await kept.set({ ...kept.get(), answers: { ...kept.get().answers, [message.question]: message.answer } });
        showPage();
        break;
      case 'change': {
        const ref = subject()?.ref;
        const command = message.apply ? 'secretless.applyFix' : 'secretless.previewMigration';
        if (ref !== undefined) await commands.executeCommand(command, ref, message.fix);
        break;
      }
      case 'action':
        if (message.action === 'findings') await commands.executeCommand('secretless.findings.focus');
        else await refresh();
        break;
      case undefined:
        break;
    }
  }

  const provider: WebviewViewProvider = {
    resolveWebviewView(resolved) {
      view = resolved;
      const at = (...path: string[]): Uri => Uri.joinPath(extensionUri, ...path);
      const { webview } = resolved;
      webview.options = { enableScripts: true, localResourceRoots: [at('dist', 'webview'), at('media')] };
      webview.onDidReceiveMessage((message: unknown) => receive(message));
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
      });
      webview.html = shell({
        language: env.language,
        cspSource: webview.cspSource,
        nonce: randomNonce(),
        style: webview.asWebviewUri(at('media', 'guidance.css')).toString(),
        script: webview.asWebviewUri(at('dist', 'webview', 'guidance.js')).toString(),
        hosts: engine.hosts.map(({ id, title }) => ({ id, title: l10n.t(title) })),
        tools: tools(),
      });
    },
  };

  const waiting = { timer: null as ReturnType<typeof setTimeout> | null };
  const listening = store?.onDidChange((key) => {
    if (key !== subject()?.ref?.uri || view?.visible !== true) return;
    // A file that was closed is no longer known; what was shown of it stays true.
    if (store.get(key)?.busy !== false) return;
    if (waiting.timer) clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => void refresh(), REST);
  });
  kept.onDidImport(showPage);
  const registration = window.registerWebviewViewProvider(viewId, provider);
  subscriptions.push(registration);
  return {
    async show(about, { reveal = true } = {}) {
      current = about;
      const refreshed = refresh();
      const revealed = reveal ? commands.executeCommand(`${viewId}.focus`, { preserveFocus: true }) : null;
      // Written while the page is already being shown.
      await Promise.all([refreshed, revealed, memory.update(subjectKey, about)]);
    },
    dispose: () => {
      if (waiting.timer) clearTimeout(waiting.timer);
      listening?.dispose();
      registration.dispose();
    },
  };
}

/** The same finding of the same service; its line may have moved. */
const keyOf = ({ rule, service, ref }: GuidanceSubject): string => JSON.stringify([rule, service, ref?.fingerprint]);
