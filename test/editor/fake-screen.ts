// As much of the `vscode` module as what shows findings touches. What is shown is kept, to be looked at.

/** Everything that was handed to VS Code to be shown. */
export const screen = {
  hover: null as Provider | null,
  actions: null as Provider | null,
  tree: null as Tree | null,
  shown: [] as unknown[],
  active: null as unknown,
};

interface Provider {
  provideHover(document: unknown, position: unknown): unknown;
  provideCodeActions(document: unknown, range: unknown, context: unknown, token: unknown): Promise<unknown[]>;
}

interface Tree {
  getChildren(node?: unknown): unknown[];
  getTreeItem(node: unknown): unknown;
}

const disposable = { dispose: () => undefined };

export class Uri {
  constructor(
    readonly text: string,
    readonly fragment = '',
  ) {}
  get scheme(): string {
    return this.text.slice(0, this.text.indexOf(':'));
  }
  get path(): string {
    return this.text.replace(/^[a-z]+:(?:\/\/)?/, '');
  }
  with({ fragment }: { fragment: string }): Uri {
    return new Uri(this.text, fragment);
  }
  toString(): string {
    return this.text + (this.fragment === '' ? '' : `#${this.fragment}`);
  }
  static parse = (text: string): Uri => new Uri(text);
  static joinPath = (base: Uri, ...parts: string[]): Uri => new Uri([base.text, ...parts].join('/'));
}

export class Range {
  readonly args: readonly number[];
  constructor(...args: readonly number[]) {
    this.args = args;
  }
  contains = (): boolean => true;
  intersection = (): this => this;
  isEqual = (): boolean => true;
}

class Made {
  readonly args: readonly unknown[];
  constructor(...args: readonly unknown[]) {
    this.args = args;
  }
}
export class Hover extends Made {}
export class Location extends Made {
  get uri(): unknown {
    return this.args[0];
  }
}
export class Diagnostic extends Made {}
export class DiagnosticRelatedInformation extends Made {}
export class TreeItem extends Made {}
export class ThemeIcon extends Made {
  static File = 'file';
}
export class ThemeColor extends Made {}
export class CodeAction extends Made {}
export class MarkdownString {
  value = '';
  appendMarkdown(text: string): void {
    this.value += text;
  }
}
export class CodeActionKind {
  static QuickFix = new CodeActionKind();
  static RefactorRewrite = new CodeActionKind();
  static Source = new CodeActionKind();
  static SourceFixAll = new CodeActionKind();
  append = (): this => this;
  contains = (): boolean => false;
}
export class Disposable {
  static from = (): typeof disposable => disposable;
}
export class EventEmitter {
  event = (): typeof disposable => disposable;
  fire = (): void => undefined;
  dispose = (): void => undefined;
}

export const DiagnosticSeverity = {};
export const LanguageStatusSeverity = { Information: 0, Warning: 1 };
export const TreeItemCollapsibleState = { Expanded: 1 };

export const l10n = {
  t: (template: string, args: Record<string, unknown> = {}) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name])),
};

export const commands = {
  executeCommand: () => Promise.resolve(),
  registerCommand: () => disposable,
};

export const workspace = {
  workspaceFolders: [{ uri: new Uri('file:///work') }],
  getWorkspaceFolder: () => ({ uri: new Uri('file:///work') }),
  asRelativePath: (uri: Uri) => uri.path,
  getConfiguration: () => ({ get: () => undefined }),
};

const keep = (...args: readonly unknown[]): Promise<undefined> => {
  screen.shown.push(args);
  return Promise.resolve(undefined);
};

const log = { error: keep, dispose: () => undefined };

export const window = {
  get activeTextEditor() {
    return screen.active;
  },
  onDidChangeActiveTextEditor: () => disposable,
  showInformationMessage: keep,
  showWarningMessage: keep,
  showErrorMessage: keep,
  createOutputChannel: () => log,
  createTreeView: (_: string, { treeDataProvider }: { treeDataProvider: Tree }) => {
    screen.tree = treeDataProvider;
    const view = { badge: undefined, message: '', dispose: () => undefined };
    screen.shown.push(view);
    return view;
  },
};

export const languages = {
  registerHoverProvider: (_: unknown, provider: Provider) => {
    screen.hover = provider;
    return disposable;
  },
  registerCodeActionsProvider: (_: unknown, provider: Provider) => {
    screen.actions = provider;
    return disposable;
  },
  createDiagnosticCollection: () => ({
    set: keep,
    has: () => false,
    delete: () => undefined,
    dispose: () => undefined,
  }),
  createLanguageStatusItem: () => {
    const item = { dispose: () => undefined };
    screen.shown.push(item);
    return item;
  },
};
