import type { Project } from './project';

/** What readers of manifests ask for: texts of files, by path, or null. */
export interface ManifestSource {
  read(path: string): Promise<string | null>;
  /** The first file of that name in a folder or above it, by path. */
  nearest(folder: string, name: RegExp): Promise<string | null>;
  names(folder: string): Promise<ReadonlySet<string>>;
}

/** What the manifests of a project say; null for what is no project after all. */
export type ProjectFacts = Partial<Omit<Project, 'id' | 'folder' | 'ecosystem' | 'manifests'>> & {
  readonly readable: boolean;
};

/** Names of packages with the manifest that names them. */
export const namedBy = (manifest: string, names: Iterable<string>): [string, string][] =>
  [...names].map((name) => [name.toLowerCase(), manifest]);
