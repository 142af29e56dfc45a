import type { Home } from '../nearness';
import { mentions } from '../mentions';
import type { Workspace } from '../workspace';
import type { Importer, Importers } from './importers';

const TYPE = /\b(?:class|struct|interface|record(?:\s{1,9}(?:class|struct))?)\s{1,9}([A-Za-z_]\w{0,200})/g;

/** The types that a text of C# declares. */
export const typesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(TYPE)].map(([, name = '']) => name)),
];

/** Types that a text derives from one of the others. */
const derivedIn = (text: string, from: ReadonlySet<string>): readonly string[] =>
  [...text.matchAll(/\b(?:class|record|interface|struct)\s{1,9}(\w{1,200})[^{;:]{0,400}:([^{;]{1,400})/g)].flatMap(
    ([, name = '', bases = '']) => ((bases.match(/\w+/g) ?? []).some((base) => from.has(base)) ? [name] : []),
  );

/**
 * The files that may name a member of a type of C#: in the project and in those that see it or are seen by it. `exportedName` is
 * `Class.Member`, a member of any type in the file, or null for the types themselves.
 */
export async function dotnetImporters(
  workspace: Workspace,
  path: string,
  exportedName: string | null,
  home: Home,
): Promise<Importers> {
  const own = await workspace.files.read(path, workspace.limits.bytes);
  const parts = exportedName?.split('.') ?? [];
  const member = parts.at(-1) ?? null;
  const saved = own.kind === 'text' ? own.text : '';
  const declared = parts.length > 1 ? parts.slice(-2, -1) : typesIn(saved);
  // A name that the file does not have is of a text that is not saved yet: it may be that of a type.
  const unsaved = parts.length === 1 && !mentions(saved, parts[0] ?? '') ? parts : [];
  const types = new Set([...declared, ...unsaved]);
  const derived = await withDerived(workspace, types, home);
  const found: Importer[] = [];
  for await (const { path: other, file, nearness } of workspace.holding(
    member === null ? [...types] : [member],
    home,
  )) {
    if (other === path || nearness === 'other' || !/\.(?:cs|csx|razor|cshtml|fs|vb|xaml)$/i.test(other)) continue;
    if (member !== null && !mentions(file.text, member)) continue;
    // Views are written without the name of their model.
    const isView = /\.(?:razor|cshtml|xaml)$/i.test(other);
    if (!isView && ![...derived].some((type) => mentions(file.text, type) || mentions(file.text, `I${type}`))) continue;
    if (found.length >= workspace.limits.found) return { files: found, complete: false };
    found.push({
      path: other,
      text: file.text,
      how: 'mention',
      editable: file.exact && (await workspace.files.editable(other)),
    });
  }
  return { files: found, complete: workspace.isComplete() };
}

/** The types and those derived from them, in whatever file. */
async function withDerived(workspace: Workspace, types: ReadonlySet<string>, home: Home): Promise<ReadonlySet<string>> {
  const all = new Set(types);
  let fresh = [...types];
  while (fresh.length > 0) {
    const next: string[] = [];
    for await (const { path, file } of workspace.holding(fresh, home)) {
      if (!/\.(?:cs|csx|razor)$/i.test(path)) continue;
      for (const name of derivedIn(file.text, new Set(fresh))) {
        if (all.has(name)) continue;
        all.add(name);
        next.push(name);
      }
    }
    fresh = next;
  }
  return all;
}
