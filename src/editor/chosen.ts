import { l10n, window } from 'vscode';
import { keyOf } from '../session/open-document';
import type { DocumentKey } from '../session/open-document';
import type { Session } from '../session/session';
import { findingAt, refOf } from '../session/store';
import type { FindingRef, Located } from '../session/store';
import { rangeOf } from './diagnostics';
import { openDocumentAt } from './documents';
import { iconOf, say } from './render';
import type { Node } from './tree';

/** The finding that a command is about. */
export interface Chosen {
  readonly key: DocumentKey;
  readonly located: Located;
  readonly ref: FindingRef;
}

export type Chooser = (argument: unknown, wanted?: (located: Located) => boolean) => Promise<Chosen | null>;

/**
 * Finds what a command is about: what a link, a tree item or a code action names; else the finding at the cursor; else the
 * person chooses one of the file. Null when there is none, which has then been said.
 */
export function createChooser({ store, live }: Pick<Session, 'store' | 'live'>): Chooser {
  const find = (ref: FindingRef): Chosen | null => {
    const located = findingAt(store, ref);
    return located ? { key: ref.uri, located, ref } : null;
  };

  const inEditor = async (wanted: (located: Located) => boolean): Promise<Chosen | null> => {
    const editor = window.activeTextEditor;
    if (!editor) {
      void window.showInformationMessage(l10n.t('Open a file first.'));
      return null;
    }
    const key = keyOf(editor.document);
    await live.settled(key);
    const findings = (store.get(key)?.findings ?? []).filter(wanted);
    if (findings.length === 0) {
      void window.showInformationMessage(l10n.t('There is no such finding in this file.'));
      return null;
    }
    const located = atCursor(findings) ?? (findings.length === 1 ? findings[0] : await pick(findings));
    return located ? { key, located, ref: refOf(key, located) } : null;
  };

  return async (argument, wanted = () => true) => {
    const ref = refIn(argument);
    if (!ref) return inEditor(wanted);
    if (openDocumentAt(ref.uri)) await live.settled(ref.uri);
    const chosen = find(ref);
    if (!chosen)
      void window.showInformationMessage(l10n.t('The file has changed and this finding is no longer in it.'));
    return chosen;
  };
}

/** The finding that the cursor of the active editor is in. */
export function atCursor(findings: readonly Located[]): Located | undefined {
  const cursor = window.activeTextEditor?.selection.active;
  return cursor && findings.find((located) => rangeOf(located).contains(cursor));
}

async function pick(findings: readonly Located[]): Promise<Located | undefined> {
  const items = findings.map((located) => ({
    label: say(located.finding.message),
    description: l10n.t('line {line}', { line: located.range.start.line + 1 }),
    iconPath: iconOf(located.finding.severity),
    located,
  }));
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Choose a finding'),
    matchOnDescription: true,
  });
  return chosen?.located;
}

/** Command arguments come from links and menus: their shape is checked, never trusted. */
export function refIn(argument: unknown): FindingRef | null {
  if (typeof argument !== 'object' || argument === null) return null;
  if (isLeaf(argument)) return refOf(argument.key, argument.located);
  const { uri, rule, service, fingerprint } = argument as Partial<Record<keyof FindingRef, unknown>>;
  if (typeof uri !== 'string' || typeof rule !== 'string' || typeof fingerprint !== 'string') return null;
  return { uri, rule, fingerprint, service: typeof service === 'string' ? service : null };
}

const isLeaf = (argument: object): argument is Extract<Node, { kind: 'finding' }> =>
  'kind' in argument &&
  argument.kind === 'finding' &&
  'located' in argument &&
  'key' in argument &&
  typeof argument.key === 'string';
