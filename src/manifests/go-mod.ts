export interface GoModule {
  readonly module: string | null;
  readonly dependencies: readonly string[];
  /** Folders that take the place of modules: `replace example.com/x => ../x`. */
  readonly references: readonly string[];
}

/** What comes after a directive, on its line or in its brackets. */
function directives(text: string, name: string): string[] {
  const found: string[] = [];
  let inside = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\/\/.*$/s, '').trim();
    const head = /^(\w+)\s+(.*)$/s.exec(line);
    if (inside) {
      if (line === ')') inside = false;
      else if (line !== '') found.push(line);
    } else if (head?.[1] === name) {
      if (head[2] === '(') inside = true;
      else found.push(head[2] ?? '');
    }
  }
  return found;
}

const unquoted = (path: string): string => path.replace(/^["`](.*)["`]$/s, '$1');
const isFolder = (path: string): boolean => /^\.{1,2}(?:\/|$)/.test(path);

export function readGoMod(text: string): GoModule {
  return {
    module: unquoted(directives(text, 'module')[0] ?? '') || null,
    dependencies: directives(text, 'require').map((line) => line.split(/\s/)[0] ?? ''),
    references: directives(text, 'replace').flatMap((line) => {
      const path = unquoted((line.split('=>')[1] ?? '').trim().split(/\s/)[0] ?? '');
      return isFolder(path) ? [path] : [];
    }),
  };
}
