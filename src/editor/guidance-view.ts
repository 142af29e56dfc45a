import { commands, env, l10n, Uri, window } from 'vscode';
import type { Disposable, ExtensionContext, WebviewView, WebviewViewProvider } from 'vscode';
import type { Engine } from '../engine';
import type { Choice, Guidance, Iac } from '../guide/guidance';
import { renderDecision } from '../guide/render-decision';
import { progress, renderHtml } from '../guide/render-html';
import { isCommand, oneLine } from '../guide/terminal';
import type { GuidancePage, ToGuidanceView } from './guidance-messages';
import { fromGuidanceView } from './guidance-messages';
import { shell, stateHtml } from './guidance-page';
import { say } from './render';

/** What the view explains: a finding's rule, its service, or both. */
export interface GuidanceSubject {
  readonly rule?: string;
  readonly service: string | null;
  /** Shown beside the title of the view, without a value: "upload.ts, line 3". */
  readonly title?: string;
}

export interface GuidanceView extends Disposable {
  /** Explains the subject, and brings the view to the front unless told not to. */
  show(subject: GuidanceSubject, options?: { readonly reveal?: boolean }): Promise<void>;
}

const viewId = 'secretless.guidance';
const subjectKey = 'secretless.guidance.subject';
const choiceKey = 'secretless.guidance.choice';
const doneKey = 'secretless.guidance.done';
const answersKey = 'secretless.guidance.answers';

interface Chosen {
  readonly host: string;
  readonly iac: Iac;
}

const isIac = (id: string): id is Iac => ['cli', 'bicep', 'terraform'].includes(id);

const tools = (): (Choice & { readonly id: Iac })[] => [
  { id: 'cli', title: l10n.t('Azure CLI') },
  { id: 'bicep', title: 'Bicep' },
  { id: 'terraform', title: 'Terraform' },
];

const randomNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Registers the side bar's guidance view. Its subject, choices, answers and ticks stay with the workspace. `likelyHost`
 * says where the workload seems to run, until the person chooses.
 */
export function registerGuidanceView(
  context: ExtensionContext,
  engine: Engine,
  { likelyHost }: { readonly likelyHost?: () => string | undefined } = {},
): GuidanceView {
  const memory = context.workspaceState;
  let view: WebviewView | undefined;
  let shown: Guidance | null = null;

  const subject = (): GuidanceSubject | undefined => memory.get<GuidanceSubject>(subjectKey);
  const chosen = (): Chosen => {
    const { host, iac } = memory.get<Chosen>(choiceKey) ?? { host: likelyHost?.() ?? 'app-service', iac: 'cli' };
    return { host: engine.hosts.some(({ id }) => id === host) ? host : 'app-service', iac };
  };
  const ticks = (): Readonly<Record<string, readonly string[] | undefined>> => memory.get(doneKey) ?? {};
  const done = ({ service }: Guidance): readonly string[] => ticks()[service] ?? [];

  const answers = (): Readonly<Record<string, unknown>> => memory.get(answersKey) ?? {};
  const decisionOn = ({ support, host }: Guidance): ReturnType<typeof renderDecision> =>
    renderDecision(answers(), { support, host: host.id }, say);
  const htmlOf = (guidance: Guidance): string =>
    renderHtml(guidance, say, { done: done(guidance), decision: decisionOn(guidance).html });

  function explain(name: string, rule: string | undefined, { host, iac }: Chosen): Guidance | null {
    const options = { translate: say, ...(rule !== undefined && { rule }) };
    const first = engine.explain(name, host, iac, options);
    const identity = first && decisionOn(first).identity;
    return identity ? engine.explain(name, host, iac, { ...options, identity }) : first;
  }

  function pageOf(about: GuidanceSubject | undefined): GuidancePage {
    const base = { type: 'show', subject: JSON.stringify([about?.service, about?.rule]), ...chosen() } as const;
    shown = null;
    const name = about?.service ?? about?.rule;
    const toFindings = { id: 'findings', title: l10n.t('Show Findings') };
    if (name === undefined) {
      const text = l10n.t('The steps to replace its secret with a managed identity appear here.');
      return { ...base, state: 'empty', html: stateHtml(l10n.t('Select a finding'), text, toFindings) };
    }
    try {
      shown = explain(name, about?.rule, base);
    } catch {
      const text = l10n.t('The guidance could not be put together.');
      return {
        ...base,
        state: 'error',
        html: stateHtml(l10n.t('Something went wrong'), text, { id: 'retry', title: l10n.t('Try Again') }),
      };
    }
    if (shown === null) {
      const text = l10n.t('There is no guidance for {0}.', name);
      return { ...base, state: 'error', html: stateHtml(l10n.t('No guidance'), text, toFindings) };
    }
    return { ...base, state: 'guidance', html: htmlOf(shown) };
  }

  const post = (message: ToGuidanceView): void => {
    void view?.webview.postMessage(message);
  };

  function refresh(): void {
    const about = subject();
    const page = pageOf(about);
    if (view !== undefined) {
      const description = about?.title ?? shown?.title;
      view.description = description ?? '';
    }
    post(page);
  }

  async function copy(text: string | undefined, button: string): Promise<void> {
    if (text === undefined) return;
    await env.clipboard.writeText(text);
    post({ type: 'said', button, text: l10n.t('Copied') });
  }

  /** Puts a command into a terminal for the person to complete and run; a line break would run it. */
  function insert(step: string): void {
    const code = shown?.steps.find(({ id }) => id === step)?.code;
    if (code === undefined || !isCommand(code)) return;
    const terminal = window.activeTerminal ?? window.createTerminal('Secretless');
    terminal.show();
    terminal.sendText(oneLine(code.text), false);
    post({ type: 'said', button: null, text: l10n.t('Inserted in the terminal, not run') });
  }

  async function tick(step: string, checked: boolean): Promise<void> {
    if (shown === null) return;
    const guidance = shown;
    const others = done(guidance).filter((id) => id !== step);
    await memory.update(doneKey, { ...ticks(), [guidance.service]: checked ? [...others, step] : others });
    post({ type: 'progress', text: say(progress(guidance, done(guidance))), html: htmlOf(guidance) });
  }

  async function receive(raw: unknown): Promise<void> {
    const message = fromGuidanceView(raw);
    switch (message?.type) {
      case 'ready':
        refresh();
        break;
      case 'choose':
        if (isIac(message.iac) && engine.hosts.some(({ id }) => id === message.host)) {
          await memory.update(choiceKey, { host: message.host, iac: message.iac } satisfies Chosen);
        }
        refresh();
        break;
      case 'copy':
        await copy(shown?.steps.find(({ id }) => id === message.step)?.code?.text, message.button);
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
        await memory.update(answersKey, { ...answers(), [message.question]: message.answer });
        refresh();
        break;
      case 'action':
        if (message.action === 'findings') await commands.executeCommand('secretless.findings.focus');
        else refresh();
        break;
      case undefined:
        break;
    }
  }

  const provider: WebviewViewProvider = {
    resolveWebviewView(resolved) {
      view = resolved;
      const at = (...path: string[]): Uri => Uri.joinPath(context.extensionUri, ...path);
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
        hosts: engine.hosts,
        tools: tools(),
      });
    },
  };

  const registration = window.registerWebviewViewProvider(viewId, provider);
  context.subscriptions.push(registration);
  return {
    async show(about, { reveal = true } = {}) {
      await memory.update(subjectKey, about);
      refresh();
      if (reveal) await commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
    },
    dispose: () => {
      registration.dispose();
    },
  };
}
