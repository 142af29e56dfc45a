import { commands, l10n, window } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { COMMAND_NAMES } from './command-names';
import type { Shell } from './shell';

/**
 * Returns within milliseconds: only the commands are at once, so that one of them can be what activates the extension.
 * The shell and the engine are loaded right after, when VS Code has had its turn.
 */
export function activate(context: ExtensionContext): void {
  const memory: { shell: Promise<Shell> | null } = { shell: null };
  const shell = (): Promise<Shell> =>
    (memory.shell ??= import('./shell').then(({ startShell }) => startShell(context)));

  for (const name of COMMAND_NAMES) {
    const run = async (...args: unknown[]): Promise<void> => (await shell()).run(name, args);
    context.subscriptions.push(commands.registerCommand(`secretless.${name}`, run));
  }
  const start = setTimeout(() => {
    shell().catch(() => window.showErrorMessage(l10n.t('Secretless could not start. Reinstall the extension.')));
  }, 0);
  context.subscriptions.push({ dispose: () => clearTimeout(start) });
}
