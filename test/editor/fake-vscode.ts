// As much of the `vscode` module as the tested parts of the shell touch, written by hand: what it lacks, no test needs.

interface Parts {
  readonly scheme: string;
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

export class Uri implements Parts {
  private constructor(
    readonly scheme: string,
    readonly path: string,
    readonly query = '',
    readonly fragment = '',
  ) {}

  static from({ scheme, path, query, fragment }: Parts): Uri {
    return new Uri(scheme, path, query, fragment);
  }

  static file(path: string): Uri {
    return new Uri('file', path);
  }

  static joinPath(base: Uri, ...parts: readonly string[]): Uri {
    return base.with({ path: [base.path.replace(/\/$/, ''), ...parts].join('/') });
  }

  with(parts: Partial<Parts>): Uri {
    return Uri.from({ scheme: this.scheme, path: this.path, query: this.query, fragment: this.fragment, ...parts });
  }

  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

/** What a test sets up: folders and settings. */
export const world = { folders: [] as Uri[], settings: {} as Record<string, unknown> };

export const workspace = {
  get workspaceFolders() {
    return world.folders.map((uri) => ({ uri }));
  },
  getWorkspaceFolder(uri: Uri) {
    const inside = (folder: Uri) =>
      folder.scheme === uri.scheme && uri.path.startsWith(folder.path.replace(/\/?$/, '/'));
    const [deepest] = world.folders.filter(inside).sort((a, b) => b.path.length - a.path.length);
    return deepest && { uri: deepest };
  },
  getConfiguration: () => ({ get: (key: string): unknown => world.settings[key] }),
};
