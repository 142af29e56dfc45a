import { commands, EventEmitter, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, workspace } from 'vscode';
import type { Disposable, Memento, TreeDataProvider, TreeView } from 'vscode';
import { baseName, folderOf } from '../core/document';
import { whyNoRewrite } from '../core/finding';
import type { Related, Severity } from '../core/finding';
import { groupFindings, matches } from '../session/groups';
import type { Group, Grouping, Leaf } from '../session/groups';
import type { Session } from '../session/session';
import { findingsIn } from '../session/store';
import { locationOf, rangeOf } from './diagnostics';
import { placeOf, uriAt } from './documents';
import { iconOf, say } from './render';

/** A place that sets or reads the setting of a finding. */
interface RelatedPlace {
  readonly kind: 'related';
  readonly leaf: Leaf;
  readonly related: Related;
}

export type Node = Group | Leaf | RelatedPlace;

export interface FindingsTree extends Disposable {
  readonly view: TreeView<Node>;
  groupBy(grouping: Grouping): Promise<void>;
  /** Asks for words and shows only the findings that have them. */
  filter(): Promise<void>;
  clearFilter(): Promise<void>;
}

const KEY = 'secretless.groupBy';
const FILTERED = 'secretless.filtered';

/** The findings of everything that was looked at, by service, file or severity, with their number on the icon. */
export function createTree({ store, engines }: Pick<Session, 'store' | 'engines'>, memory: Memento): FindingsTree {
  const state = {
    grouping: memory.get<Grouping>(KEY, 'service'),
    filter: '',
    groups: [] as readonly Group[],
    outline: '',
  };
  const changed = new EventEmitter<undefined>();
  const parents = new WeakMap<Leaf, Group>();
  const titles = new Map(engines.alone.services.map(({ id, title }) => [id, title]));

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (!node) return [...state.groups];
      if (node.kind === 'group') return [...node.leaves];
      if (node.kind === 'related') return [];
      return node.located.finding.related.map((related) => ({ kind: 'related', leaf: node, related }));
    },
    getParent(node) {
      if (node.kind === 'related') return node.leaf;
      return node.kind === 'finding' ? parents.get(node) : undefined;
    },
    getTreeItem(node) {
      if (node.kind === 'related') return relatedItem(node);
      return node.kind === 'group' ? groupItem(node, titles) : leafItem(node, state.grouping);
    },
  };
  const view = window.createTreeView('secretless.findings', { treeDataProvider: provider, showCollapseAll: true });

  const refresh = (): void => {
    const wanted = ({ key, located: { finding } }: Leaf): boolean =>
      matches(state.filter, [
        say(finding.message),
        finding.rule,
        finding.severity,
        titles.get(finding.service ?? '') ?? '',
        workspace.asRelativePath(uriAt(key)),
      ]);
    const groups = groupFindings(store.all(), state.grouping, wanted);
    const all = findingsIn(store).length;
    const outline = JSON.stringify([state.grouping, state.filter, all, groups.map(outlineOf)]);
    // A keystroke that changes nothing shown must not make the tree blink.
    if (outline === state.outline) return;
    state.outline = outline;
    state.groups = groups;
    for (const group of state.groups) for (const leaf of group.leaves) parents.set(leaf, group);
    const count = state.groups.reduce((sum, { leaves }) => sum + leaves.length, 0);
    // The badge counts everything: a filter hides, it does not solve.
    const tooltip = all === 1 ? l10n.t('1 finding') : l10n.t('{count} findings', { count: all });
    view.badge = all === 0 ? undefined : { value: all, tooltip };
    view.message =
      state.filter === '' || all === 0
        ? ''
        : l10n.t('{count} of {all} findings have "{filter}".', { count, all, filter: state.filter });
    changed.fire(undefined);
  };
  // Keystrokes come in bursts; the tree follows when one is over.
  const waiting = { timer: null as ReturnType<typeof setTimeout> | null };
  const listening = store.onDidChange(() => {
    waiting.timer ??= setTimeout(() => {
      waiting.timer = null;
      refresh();
    }, 100);
  });
  void commands.executeCommand('setContext', KEY, state.grouping);

  const setFilter = async (filter: string): Promise<void> => {
    state.filter = filter.trim();
    refresh();
    await commands.executeCommand('setContext', FILTERED, state.filter !== '');
  };

  return {
    view,
    async filter() {
      const filter = await window.showInputBox({
        title: l10n.t('Filter Findings'),
        value: state.filter,
        prompt: l10n.t(
          'Words of the message, rule, file or severity. A word that starts with ! excludes findings that contain it.',
        ),
        placeHolder: l10n.t('storage !test warning'),
      });
      if (filter !== undefined) await setFilter(filter);
    },
    clearFilter: () => setFilter(''),
    async groupBy(grouping) {
      state.grouping = grouping;
      refresh();
      await Promise.all([memory.update(KEY, grouping), commands.executeCommand('setContext', KEY, grouping)]);
    },
    dispose() {
      if (waiting.timer) clearTimeout(waiting.timer);
      listening.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

/** All that a group shows, and what its leaves lead to. */
const outlineOf = ({ id, leaves }: Group): unknown => [
  id,
  leaves.map(({ key, located: { finding, range } }) => [
    key,
    range,
    finding.fingerprint,
    finding.message,
    finding.severity,
    finding.fixes.length,
    finding.related,
  ]),
];

function groupItem({ by, id, key, leaves }: Group, titles: ReadonlyMap<string, string>): TreeItem {
  const uri = key === null ? null : uriAt(key);
  const severity = by === 'severity' ? leaves[0]?.located.finding.severity : undefined;
  const title = uri
    ? baseName(uri.path)
    : severity
      ? severityTitle(severity)
      : id === ''
        ? l10n.t('Other secrets')
        : (titles.get(id) ?? id);
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  // The number is the state of the group: an id without it keeps a group open while it grows.
  item.id = `group:${id}`;
  item.contextValue = by === 'service' && id === '' ? 'other' : by;
  if (uri) {
    item.resourceUri = uri;
    item.iconPath = ThemeIcon.File;
    item.description = [String(leaves.length), folderOf(placeOf(uri).path)].filter((part) => part !== '').join(' · ');
  } else if (severity) {
    item.iconPath = iconOf(severity);
    item.description = String(leaves.length);
  } else {
    item.iconPath = new ThemeIcon(id === '' ? 'key' : 'azure');
    item.description = String(leaves.length);
  }
  const count = leaves.length === 1 ? l10n.t('1 finding') : l10n.t('{count} findings', { count: leaves.length });
  item.tooltip = `${uri ? workspace.asRelativePath(uri) : title}: ${count}`;
  item.accessibilityInformation = { label: `${title}, ${count}` };
  return item;
}

function severityTitle(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Errors');
    case 'warning':
      return l10n.t('Warnings');
    case 'information':
      return l10n.t('Information');
    case 'hint':
      return l10n.t('Hints');
  }
}

/** The place is the label: it stays readable in a narrow side bar, where messages look alike. */
function leafItem({ key, located }: Leaf, grouping: Grouping): TreeItem {
  const uri = uriAt(key);
  const { finding, range } = located;
  const line = range.start.line + 1;
  const message = say(finding.message);
  const place =
    grouping === 'file'
      ? l10n.t('line {line}', { line })
      : l10n.t('{file}, line {line}', { file: baseName(uri.path), line });
  const folds = finding.related.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(place, folds);
  item.description = message;
  item.iconPath = iconOf(finding.severity);
  item.contextValue = ['finding', finding.fixes.length > 0 ? 'fixable' : '', whyNoRewrite(finding) ? 'refused' : '']
    .filter((part) => part !== '')
    .join('.');
  item.tooltip = `${message}\n${finding.rule}\n${workspace.asRelativePath(uri)}:${String(line)}`;
  item.accessibilityInformation = { label: `${message}, ${place}` };
  item.command = {
    title: l10n.t('Go to Finding'),
    command: 'vscode.open',
    arguments: [uri, { selection: rangeOf(located) }],
  };
  return item;
}

/** As in a call hierarchy: who sets and reads the setting is below it, one click away. */
function relatedItem({ leaf, related }: RelatedPlace): TreeItem {
  const { path, start, message } = related;
  const line = start.line + 1;
  const place = l10n.t('{file}, line {line}', { file: baseName(path), line });
  const item = new TreeItem(place);
  item.description = say(message);
  item.tooltip = `${say(message)}\n${path}:${String(line)}`;
  item.iconPath = new ThemeIcon('references');
  item.contextValue = 'related';
  item.accessibilityInformation = { label: `${say(message)}, ${place}` };
  const location = locationOf(uriAt(leaf.key), related);
  if (location)
    item.command = {
      title: l10n.t('Go to Finding'),
      command: 'vscode.open',
      arguments: [location.uri, { selection: location.range }],
    };
  return item;
}
