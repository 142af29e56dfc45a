import type { TextEdit } from '../core/edit';
import { packagesOf, readMsbuild } from './msbuild';
import type { Msbuild, ProjectPackage } from './msbuild';
import { attributeOf } from './xml';

/** Adds a package to an MSBuild file among those of its kind: by the alphabet where they are sorted, else at their end. */
export function addPackage(
  text: string,
  element: 'PackageReference' | 'PackageVersion',
  name: string,
  version: string | null,
): TextEdit[] {
  const file = readMsbuild(text);
  if (!file) return [];
  const code = `<${element} Include="${name}"${version === null ? '' : ` Version="${version}"`} />`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const group = firstGroup(packagesOf(file).filter((one) => one.element === element));
  const last = group.at(-1);
  if (!last) return [newGroup(text, file, code, eol)];
  const sorted = group.every((one, i) => i === 0 || (group[i - 1]?.name ?? '').toLowerCase() <= one.name.toLowerCase());
  const next = sorted ? group.find((one) => one.name.toLowerCase() > name.toLowerCase()) : undefined;
  if (next)
    return [
      {
        span: { start: next.span.start, end: next.span.start },
        newText: `${code}${eol}${indentAt(text, next.span.start)}`,
      },
    ];
  return [
    {
      span: { start: last.span.end, end: last.span.end },
      newText: `${eol}${indentAt(text, last.span.start)}${code}`,
    },
  ];
}

const indentAt = (text: string, at: number): string => {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return text.slice(start, at);
};

function newGroup(text: string, { xml }: Msbuild, code: string, eol: string): TextEdit {
  const end = xml.root.inner.end;
  const unit = /\n([ \t]+)</.exec(text)?.[1] ?? '  ';
  const block = `${unit}<ItemGroup>${eol}${unit}${unit}${code}${eol}${unit}</ItemGroup>${eol}`;
  const isAfterBlankLine = /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, end - 1000), end));
  return { span: { start: end, end }, newText: `${isAfterBlankLine ? '' : eol}${block}${eol}` };
}

/** The packages of the first item group that is there on every condition. */
function firstGroup(packages: readonly ProjectPackage[]): readonly ProjectPackage[] {
  const group = packages.find(
    (one) =>
      one.group?.name === 'ItemGroup' && one.group.parent?.parent === null && !attributeOf(one.group, 'Condition'),
  )?.group;
  return group ? packages.filter((one) => one.group === group) : [];
}
