import { ecosystemOf } from '../manifests';
import { mentions } from '../mentions';
import type { Workspace } from '../workspace';
import { dotnetImporters } from './dotnet-importers';
import type { Importer, Importers } from './importers';
import { scriptImporters } from './script-importers';

/**
 * Who takes an export of a file. `exportedName` is what the file exports it as (`default` for the default export and for
 * `module.exports`), of C# `Class.Member`; null asks for anything of the file.
 */
export async function importersOf(workspace: Workspace, path: string, exportedName: string | null): Promise<Importers> {
  const home = await workspace.homeOf(path);
  switch (ecosystemOf(path)) {
    case 'javascript':
      return scriptImporters(workspace, path, exportedName, home);
    case 'dotnet':
      return dotnetImporters(workspace, path, exportedName, home);
    default:
      return mentioners(workspace, path, exportedName);
  }
}

/** Of other languages: whatever mentions the name. Without a name nothing can be said. */
async function mentioners(workspace: Workspace, path: string, name: string | null): Promise<Importers> {
  if (name === null) return { files: [], complete: false };
  const files: Importer[] = [];
  for await (const { path: other, file, nearness } of workspace.holding([name], await workspace.homeOf(path))) {
    if (other === path || nearness === 'other' || ecosystemOf(other) !== ecosystemOf(path)) continue;
    if (!mentions(file.text, name)) continue;
    files.push({
      path: other,
      text: file.text,
      how: 'mention',
      editable: file.exact && (await workspace.files.editable(other)),
    });
  }
  return { files, complete: workspace.isComplete() };
}
