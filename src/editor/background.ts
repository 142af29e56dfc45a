import { l10n, StatusBarAlignment, window } from 'vscode';
import type { Disposable } from 'vscode';
import type { Host } from '../session/host';
import type { IndexProgress } from '../session/indexing';

/** Milliseconds before work is worth a sign that it goes on. */
const PATIENCE = 1000;

export interface Background extends Disposable {
  readonly run: Host['inBackground'];
  /** Ends what is running. */
  stop(): void;
}

/** Shows in the status bar how far work is that nobody waits for; a click ends it. */
export function createBackground(): Background {
  const running = new Set<AbortController>();
  const item = window.createStatusBarItem('secretless.background', StatusBarAlignment.Left);
  item.name = l10n.t('Secretless: reading the workspace');
  item.command = 'secretless.stopReading';
  item.tooltip = l10n.t(
    'Secretless reads which files use which settings, so that fixes do not wait for it. Select to stop.',
  );

  const stop = (): void => {
    for (const one of running) one.abort();
  };
  return {
    run(work) {
      const controller = new AbortController();
      running.add(controller);
      const since = performance.now();
      const onProgress = ({ done, total }: IndexProgress): void => {
        if (performance.now() - since < PATIENCE) return;
        item.text = `$(sync~spin) ${l10n.t('Secretless: {done} of {total} files', { done, total })}`;
        item.show();
      };
      void work({ onProgress, signal: controller.signal }).finally(() => {
        running.delete(controller);
        if (running.size === 0) item.hide();
      });
    },
    stop,
    dispose() {
      stop();
      item.dispose();
    },
  };
}
