import { l10n, window } from 'vscode';
import { say as message } from '../core/message';
import type { Engine, Rule } from '../engine/engine';
import type { GuidanceSubject } from './guidance-subject';
import { iconOf, say } from './render';

/** Lets the person choose a service to read about; undefined when they leave. */
export async function pickService(engine: Engine): Promise<GuidanceSubject | undefined> {
  const items = engine.services.map(({ id, title }) => ({ label: title, description: id, subject: { service: id } }));
  const placeHolder = l10n.t('Choose a service to read about its managed identity option');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true, ignoreFocusOut: true }))?.subject;
}

/** Lists every rule with its severity; choosing one leads to its guidance. */
export async function pickRule(engine: Engine): Promise<GuidanceSubject | undefined> {
  const items = engine.rules.map(({ id, title, severity, service }: Rule) => ({
    label: id,
    description: ruleTitle(id, title),
    iconPath: iconOf(severity),
    subject: { rule: id, service },
  }));
  const placeHolder = l10n.t('{count} rules. Choose one to read about it; the setting secretless.rules changes it.', {
    count: items.length,
  });
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true, ignoreFocusOut: true }))?.subject;
}

/** The engine's titles are English; both families are made of texts that are translated. */
function ruleTitle(id: string, title: string): string {
  const noun = /^Hardcoded (.+)$/.exec(title)?.[1];
  if (id.startsWith('hardcoded/') && noun !== undefined) return say(message('Hardcoded {noun}', { noun }));
  const service = /^(.{1,200}) is used with a secret instead of an identity$/.exec(title)?.[1];
  return service === undefined
    ? title
    : say(message('{service} is used with a secret instead of an identity', { service }));
}
