import type { Files } from '../core/files';
import { join } from '../core/paths';

/** Names of files in folders, kept until something comes or goes. Links are no files. */
export interface FolderReader {
  names(folder: string): Promise<ReadonlySet<string>>;
  forget(): void;
}

export function createFolderReader(files: Files): FolderReader {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  const read = async (folder: string): Promise<ReadonlySet<string>> => {
    const listing = await files.list(folder);
    if (listing.kind === 'skip') return new Set();
    return new Set(listing.entries.flatMap(({ name, kind }) => (kind === 'file' ? name : [])));
  };
  return {
    names(folder) {
      const found = known.get(folder) ?? read(folder);
      known.set(folder, found);
      return found;
    },
    forget: () => known.clear(),
  };
}

/** The paths of the files in a folder whose names pass a test, in order. */
export async function filesIn(
  folders: FolderReader,
  folder: string,
  test: (name: string) => boolean,
): Promise<readonly string[]> {
  return [...(await folders.names(folder))]
    .filter(test)
    .sort()
    .map((name) => join(folder, name));
}
