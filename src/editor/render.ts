import { DiagnosticSeverity, l10n, ThemeColor, ThemeIcon, Uri } from 'vscode';
import type { Severity } from '../core/finding';
import type { Message } from '../core/message';

/** A message in the person's language. The noun of a secret kind is a text of its own, as a message is; other arguments are names. */
export function say({ template, args }: Message): string {
  const inLanguage = Object.entries(args).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'object' ? say(value) : name === 'noun' && typeof value === 'string' ? l10n.t(value) : value,
  ]);
  return l10n.t(template, Object.fromEntries(inLanguage));
}

/** A link that runs a command; for hovers and the code of a diagnostic. */
export const commandLink = (command: string, ...args: readonly unknown[]): Uri =>
  Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);

export const severityOf = (severity: Severity): DiagnosticSeverity =>
  ({
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
  })[severity];

export const iconOf = (severity: Severity): ThemeIcon =>
  ({
    error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
    warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
    information: new ThemeIcon('info', new ThemeColor('notificationsInfoIcon.foreground')),
    hint: new ThemeIcon('lightbulb'),
  })[severity];
