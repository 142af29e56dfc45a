import type { SourceDocument } from '../core/document';
import type { ProjectFile } from '../core/files';
import { exportNames } from '../languages/compile';
import type { Language } from '../languages/contract/language';
import type { Analysis } from '../migrate/analysis';
import type { Model } from '../project/model';
import { languageOf } from './tools';

/** Names of types whose declarations anywhere in the project matter for the code that a migration writes into a document. */
export function typesAsked({ file, groups, language }: Analysis): readonly string[] {
  if (!language.companions) return [];
  const written = groups
    .flatMap(({ uses }) => uses)
    .flatMap(({ match }) => (match.pattern.to ? exportNames(match.pattern.to).map(({ name }) => name) : []));
  return [...new Set([...language.companions.types, ...written, ...file.scopes.asks])];
}

/** The files of a document's project that declare types of these names. */
export interface TypeFiles {
  declaring(document: SourceDocument, names: readonly string[]): Promise<readonly ProjectFile[]>;
  changed(path: string): void;
}

export function createTypeFiles(model: Model): TypeFiles {
  /** By the manifest of the project and the name. */
  const known = new Map<string, Promise<readonly ProjectFile[]>>();
  const search = async (language: Language, manifest: string, name: string): Promise<readonly ProjectFile[]> => {
    const words = language.companions?.declarations(name) ?? [];
    const { files } = await model.filesMentioning(words, manifest, 'related');
    return files.filter(({ path }) => language.handles(path, undefined));
  };
  return {
    async declaring(document, names) {
      const { path } = document;
      const language = languageOf(document);
      const manifest = (await model.projectOf(path))?.manifests[0];
      if (manifest === undefined || !language) return [];
      const found = new Map<string, ProjectFile>();
      for (const name of names) {
        const key = `${language.id} ${manifest}:${name}`;
        const files = known.get(key) ?? search(language, manifest, name);
        known.set(key, files);
        for (const file of await files) if (file.path !== path) found.set(file.path, file);
      }
      return [...found.values()];
    },
    changed: () => known.clear(),
  };
}
