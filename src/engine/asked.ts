import type { Around } from '../migrate/files/file-fix';

/** What answers about the files around, and the paths of those that the answers come from. */
export interface Asked {
  readonly around: Around;
  readonly paths: ReadonlySet<string>;
}

/** Notes which files decide about a fix: when one of them changes, the fix may become possible, or impossible. */
export function asked(model: Around): Asked {
  const paths = new Set<string>();
  const note = (found: readonly { readonly path: string }[]): void => {
    for (const { path } of found) paths.add(path);
  };
  const around: Around = {
    async settingFacts(name, path) {
      const facts = await model.settingFacts(name, path);
      note([...facts.declarations, ...facts.readers]);
      return facts;
    },
    async filesMentioning(words, path, scope) {
      const mentions = await model.filesMentioning(words, path, scope);
      note(mentions.files);
      return mentions;
    },
    async read(wanted) {
      const files = await model.read(wanted);
      note(files);
      return files;
    },
    projectOf: (path) => model.projectOf(path),
  };
  return { around, paths };
}
