import { commands, env, l10n, Uri, window } from 'vscode';
import type { Disposable, ExtensionContext, Webview, WebviewView } from 'vscode';
import type { Engine } from '../engine/engine';
import type { Guidance } from '../guide/guidance';
import type { DocumentKey } from '../session/open-document';
import type { Store } from '../session/store';
import { receive } from './guidance-actions';
import { contentOf, tools } from './guidance-content';
import type { Sources } from './guidance-content';
import { createGatherer } from './guidance-gather';
import { fromGuidanceView } from './guidance-messages';
import type { ToGuidanceView } from './guidance-messages';
import { shell } from './guidance-page';
import type { GuidanceSubject } from './guidance-subject';

export interface GuidanceView extends Disposable {
  /** Explains the subject, and brings the view to the front unless told not to. */
  show(subject: GuidanceSubject, options?: { readonly reveal?: boolean }): Promise<void>;
}

interface GuidanceViewOptions extends Sources {
  readonly store?: Pick<Store, 'onDidChange' | 'get'>;
}

const viewId = 'secretless.guidance';
const subjectKey = 'secretless.guidance.subject';

/** Milliseconds a document rests before its code is looked at again. */
const REST = 300;

/** Registers the side bar's guidance view. Its subject, choices, answers and ticks stay with the workspace. */
export function registerGuidanceView(
  { workspaceState: memory, extensionUri, subscriptions }: ExtensionContext,
  { store, ...sources }: GuidanceViewOptions,
): GuidanceView {
  let view: WebviewView | undefined;
  let shown: Guidance | null = null;

  const gatherer = createGatherer(memory.get<GuidanceSubject>(subjectKey), showPage);
  const refresh = (subject = gatherer.known.about): Promise<void> =>
    gatherer.gather(subject, view?.visible === true ? (sources.context ?? null) : null);

  function post(message: ToGuidanceView): void {
    void view?.webview.postMessage(message);
  }

  function showPage(): void {
    const { page, guidance } = contentOf(sources, gatherer.known);
    shown = guidance;
    if (view !== undefined) view.description = gatherer.known.about?.title ?? '';
    post(page);
  }

  const stage = { sources, known: () => gatherer.known, shown: () => shown, showPage, refresh: () => refresh(), post };
  const onMessage = async (raw: unknown): Promise<void> => {
    const message = fromGuidanceView(raw);
    if (message !== null) await receive(message, stage);
  };
  const registration = window.registerWebviewViewProvider(viewId, {
    resolveWebviewView(resolved) {
      view = resolved;
      resolved.webview.onDidReceiveMessage(onMessage);
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
      });
      fill(resolved.webview, extensionUri, sources.engine);
    },
  });
  const watching =
    store &&
    whenRested(store, {
      isShown: (key) => key === gatherer.known.about?.ref?.uri && view?.visible === true,
      look: () => void refresh(),
    });
  sources.progress.onDidImport(showPage);
  subscriptions.push(registration);
  return {
    async show(about, { reveal = true } = {}) {
      const refreshed = refresh(about);
      const revealed = reveal ? commands.executeCommand(`${viewId}.focus`, { preserveFocus: true }) : null;
      // Written while the page is already being shown.
      await Promise.all([refreshed, revealed, memory.update(subjectKey, about)]);
    },
    dispose: () => {
      watching?.dispose();
      registration.dispose();
    },
  };
}

/** Looks again once the document that is shown has rested after a change. */
function whenRested(
  store: Pick<Store, 'onDidChange' | 'get'>,
  { isShown, look }: { readonly isShown: (key: DocumentKey) => boolean; readonly look: () => void },
): Disposable {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer) clearTimeout(timer);
  };
  const listening = store.onDidChange((key) => {
    // A file that was closed is no longer known; what was shown of it stays true.
    if (!isShown(key) || store.get(key)?.busy !== false) return;
    stop();
    timer = setTimeout(look, REST);
  });
  return {
    dispose: () => {
      stop();
      listening.dispose();
    },
  };
}

/** Gives the webview its page, which asks for its content as soon as it runs. */
function fill(webview: Webview, extensionUri: Uri, engine: Pick<Engine, 'hosts'>): void {
  const at = (...path: string[]): Uri => Uri.joinPath(extensionUri, ...path);
  webview.options = { enableScripts: true, localResourceRoots: [at('dist', 'webview'), at('media')] };
  webview.html = shell({
    language: env.language,
    cspSource: webview.cspSource,
    nonce: randomNonce(),
    style: webview.asWebviewUri(at('media', 'guidance.css')).toString(),
    script: webview.asWebviewUri(at('dist', 'webview', 'guidance.js')).toString(),
    hosts: engine.hosts.map(({ id, title }) => ({ id, title: l10n.t(title) })),
    tools: tools(),
  });
}

const randomNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
