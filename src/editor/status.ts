import { l10n, languages, LanguageStatusSeverity, window } from 'vscode';
import type { Disposable } from 'vscode';
import type { Store } from '../session/store';
import { isWatched } from './documents';
import { say } from './render';
import { isExcluded } from './settings';

/** Milliseconds before a scan is worth a sign of being busy. */
const PATIENCE = 600;

/** Says beside the language what is known of the active file: findings, or why it was not looked at. */
export function registerStatus(store: Store): Disposable {
  const item = languages.createLanguageStatusItem('secretless.status', { scheme: '*' });
  item.name = l10n.t('Secretless');
  const waiting = { timer: null as ReturnType<typeof setTimeout> | null };

  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const entry = uri && store.get(uri.toString());
    if (waiting.timer) clearTimeout(waiting.timer);
    waiting.timer = null;
    if (entry?.busy) {
      waiting.timer = setTimeout(() => {
        item.busy = true;
      }, PATIENCE);
    } else {
      item.busy = false;
    }
    const count = entry?.findings.length ?? 0;
    item.severity = LanguageStatusSeverity.Information;
    item.detail = '';
    item.command = undefined;
    if (entry) {
      item.text =
        count === 0
          ? l10n.t('Secretless: no findings')
          : count === 1
            ? l10n.t('Secretless: 1 finding')
            : l10n.t('Secretless: {count} findings', { count });
      if (count > 0) item.command = { title: l10n.t('Show Findings'), command: 'secretless.findings.focus' };
      if (entry.silenced) item.detail = l10n.t('switched off: {count}', { count: entry.silenced });
      if (entry.skipped) {
        item.text = count === 0 ? l10n.t('Secretless: not scanned') : l10n.t('Secretless: partly scanned');
        item.detail = say(entry.skipped);
        item.severity = LanguageStatusSeverity.Warning;
      }
    } else {
      item.text = l10n.t('Secretless: not scanned');
      if (uri && !isWatched(uri)) item.detail = l10n.t('not a file');
      else if (uri && isExcluded(uri)) item.detail = l10n.t('excluded by settings');
    }
  };

  const listening = [
    store.onDidChange((key) => {
      if (key === window.activeTextEditor?.document.uri.toString()) show();
    }),
    window.onDidChangeActiveTextEditor(show),
  ];
  show();
  return {
    dispose() {
      if (waiting.timer) clearTimeout(waiting.timer);
      for (const one of listening) one.dispose();
      item.dispose();
    },
  };
}
