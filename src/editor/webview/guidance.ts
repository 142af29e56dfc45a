// The script of the guidance view. It shows what the extension renders, and tells it what the person does.
import type { FromGuidanceView, GuidancePage, ToGuidanceView } from '../guidance-messages';

/** Kept by VS Code while the view is hidden and across reloads. */
interface Saved {
  readonly page: GuidancePage;
  readonly scroll: number;
  /** Ids of the lists that are unfolded. */
  readonly open: readonly string[];
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromGuidanceView): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
};

const vscode = acquireVsCodeApi();

function byId<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page lacks #${id}`);
  return element;
}

const content = byId('content', HTMLElement);
const pickers = byId('pickers', HTMLFormElement);
const host = byId('host', HTMLSelectElement);
const iac = byId('iac', HTMLSelectElement);
const status = byId('status', HTMLElement);

let page: GuidancePage | undefined;

const unfolded = (): string[] => [...content.querySelectorAll('details[open]')].map(({ id }) => id);

function save(): void {
  if (page !== undefined) vscode.setState({ page, scroll: window.scrollY, open: unfolded() });
}

/** Replaces the content, and puts focus, place and unfolded lists back where they were. */
function show(next: GuidancePage, open: readonly string[], scroll: number): void {
  const focused =
    document.activeElement !== null && content.contains(document.activeElement) ? document.activeElement.id : '';
  const changed = page?.html !== next.html;
  page = next;
  pickers.hidden = next.state !== 'guidance';
  host.value = next.host;
  iac.value = next.iac;
  if (changed) {
    content.innerHTML = next.html;
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    window.scrollTo(0, scroll);
    if (focused !== '') (document.getElementById(focused) ?? content).focus({ preventScroll: true });
  }
  content.setAttribute('aria-busy', 'false');
  save();
}

const timers = new WeakMap<Element, number>();

function said(text: string, button: string | null): void {
  // Emptied first: the same words twice would not be spoken again.
  status.textContent = '';
  window.setTimeout(() => (status.textContent = text), 50);
  const element = button === null ? null : document.getElementById(button);
  if (element === null) return;
  element.dataset['said'] = text;
  window.clearTimeout(timers.get(element));
  timers.set(
    element,
    window.setTimeout(() => {
      delete element.dataset['said'];
    }, 1500),
  );
}

window.addEventListener('message', ({ data }: MessageEvent<ToGuidanceView>) => {
  switch (data.type) {
    case 'show':
      if (page?.subject === data.subject) show(data, unfolded(), window.scrollY);
      else show(data, [], 0);
      break;
    case 'progress': {
      const count = document.getElementById('progress');
      if (count !== null) count.textContent = data.text;
      const bar = document.getElementById('bar');
      if (bar instanceof HTMLProgressElement) bar.value = content.querySelectorAll('[data-tick]:checked').length;
      if (page !== undefined) page = { ...page, html: data.html };
      save();
      break;
    }
    case 'said':
      said(data.text, data.button);
      break;
  }
});

content.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button === null) return;
  const { copy, copyRole, terminal, action, fix, preview, place } = button.dataset;
  if (copy !== undefined) vscode.postMessage({ type: 'copy', step: copy, button: button.id });
  else if (copyRole !== undefined) vscode.postMessage({ type: 'copyRole', role: Number(copyRole), button: button.id });
  else if (terminal !== undefined) vscode.postMessage({ type: 'terminal', step: terminal });
  else if (fix !== undefined) vscode.postMessage({ type: 'change', fix, apply: true });
  else if (preview !== undefined) vscode.postMessage({ type: 'change', fix: preview, apply: false });
  else if (place !== undefined) vscode.postMessage({ type: 'place', place: Number(place) });
  else if (action !== undefined) vscode.postMessage({ type: 'action', action });
});

content.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const { tick, question, answer } = target.dataset;
  if (tick !== undefined) vscode.postMessage({ type: 'tick', step: tick, done: target.checked });
  else if (question !== undefined && answer !== undefined) vscode.postMessage({ type: 'answer', question, answer });
});

let saving = 0;

/** Scrolling comes in bursts: the state is kept when one is over. */
function saveSoon(): void {
  window.clearTimeout(saving);
  saving = window.setTimeout(save, 200);
}

// `toggle` does not bubble: listened to on the way down.
content.addEventListener('toggle', save, true);
window.addEventListener('scroll', saveSoon, { passive: true });

pickers.addEventListener('change', () => {
  vscode.postMessage({ type: 'choose', host: host.value, iac: iac.value });
});
pickers.addEventListener('submit', (event) => {
  event.preventDefault();
});

const saved = vscode.getState();
if (saved !== undefined) show(saved.page, saved.open, saved.scroll);
vscode.postMessage({ type: 'ready' });
