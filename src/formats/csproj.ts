import type { TextEdit } from '../core/edit';
import type { Span } from '../core/span';

/** What an MSBuild file says of a package. */
export interface ProjectPackage {
  /** `PackageReference`, `PackageVersion`, `GlobalPackageReference` */
  readonly element: string;
  readonly name: string;
  /** As written, or null where the element has none. */
  readonly version: string | null;
  readonly versionSpan: Span | null;
  /** From `<` to the end of the element. */
  readonly span: Span;
}

const ATTRIBUTES = String.raw`(?<attributes>(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*`;
const ELEMENT = new RegExp(
  String.raw`<(?<element>PackageReference|PackageVersion|GlobalPackageReference)\b${ATTRIBUTES}(?:/>|>(?<content>[^]*?)</\k<element>\s*>)`,
  'dg',
);

/** Comments as blanks, so that offsets stay. */
const uncommented = (text: string): string => text.replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length));

const inside = (indices: readonly [number, number] | undefined, from: number): Span | null =>
  indices ? { start: from + indices[0], end: from + indices[1] } : null;

/** The packages an MSBuild file names, in order; null when the text is no MSBuild file. */
export function projectPackages(text: string): ProjectPackage[] | null {
  const code = uncommented(text);
  if (!/<Project[\s>]/.test(code) || !/<\/Project\s*>\s*$/.test(code)) return null;
  return [...code.matchAll(ELEMENT)].flatMap((hit): ProjectPackage[] => {
    const { element = '', attributes = '', content = '' } = hit.groups ?? {};
    const name = /\s(?:Include|Update)\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (name === undefined) return [];
    const attribute = /\sVersion(?:Override)?\s*=\s*["']([^"']*)["']/d.exec(attributes);
    const child = /<Version(?:Override)?\s*>\s*([^<]*?)\s*<\/Version(?:Override)?\s*>/d.exec(content);
    const found = attribute ?? child;
    const [from] = (attribute ? hit.indices?.groups?.['attributes'] : hit.indices?.groups?.['content']) ?? [0];
    return [
      {
        element,
        name: name.trim(),
        version: found?.[1] ?? null,
        versionSpan: inside(found?.indices?.[1], from),
        span: { start: hit.index, end: hit.index + hit[0].length },
      },
    ];
  });
}

/** The value of an MSBuild property that is set without a condition, or null. */
export const projectProperty = (text: string, name: string): string | null =>
  new RegExp(`<${name}\\s*>\\s*([^<]*?)\\s*</${name}\\s*>`, 'i').exec(uncommented(text))?.[1] ?? null;

/** The namespaces that an MSBuild file adds to every file of its project, or takes away; in order. */
export const projectUsings = (text: string): { readonly namespace: string; readonly removed: boolean }[] =>
  [...uncommented(text).matchAll(/<Using\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const named = /\s(Include|Remove)\s*=\s*["']([^"']*)["']/.exec(attributes);
    // An alias, a static class and a condition make no namespace that is always in sight.
    if (!named || /\s(?:Alias|Static|Condition)\s*=/.test(attributes)) return [];
    return (named[2] ?? '')
      .split(';')
      .map((one) => ({ namespace: one.trim(), removed: named[1] === 'Remove' }))
      .filter(({ namespace }) => namespace !== '');
  });

/** True for a project file of the SDK style, or one that has package references already. */
export const takesPackages = (text: string): boolean =>
  /<Project\b[^>]*\sSdk\s*=|<Sdk\s|<PackageReference\b/.test(uncommented(text));

/** Adds a package among those of its kind: by the alphabet where they are sorted, else at their end. */
export function addPackage(
  text: string,
  element: 'PackageReference' | 'PackageVersion',
  name: string,
  version: string | null,
): TextEdit[] {
  const code = `<${element} Include="${name}"${version === null ? '' : ` Version="${version}"`} />`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const all = (projectPackages(text) ?? []).filter((one) => one.element === element);
  const group = firstGroup(text, all);
  const last = group.at(-1);
  if (!last) {
    const end = /<\/Project\s*>\s*$/.exec(uncommented(text))?.index ?? text.length;
    const unit = /\n([ \t]+)</.exec(text)?.[1] ?? '  ';
    const block = `${unit}<ItemGroup>${eol}${unit}${unit}${code}${eol}${unit}</ItemGroup>${eol}`;
    return [
      { span: { start: end, end }, newText: `${/\n[ \t]*\r?\n$/.test(text.slice(0, end)) ? '' : eol}${block}${eol}` },
    ];
  }
  const sorted = group.every((one, i) => i === 0 || (group[i - 1]?.name ?? '').toLowerCase() <= one.name.toLowerCase());
  const next = sorted ? group.find((one) => one.name.toLowerCase() > name.toLowerCase()) : undefined;
  const indent = (at: number) => /[ \t]*$/.exec(text.slice(0, at))?.[0] ?? '';
  if (next)
    return [
      { span: { start: next.span.start, end: next.span.start }, newText: `${code}${eol}${indent(next.span.start)}` },
    ];
  return [{ span: { start: last.span.end, end: last.span.end }, newText: `${eol}${indent(last.span.start)}${code}` }];
}

/** The packages of the first item group without a condition. */
function firstGroup(text: string, packages: readonly ProjectPackage[]): readonly ProjectPackage[] {
  const groups = [...uncommented(text).matchAll(/<ItemGroup\b(?<attributes>[^>]*)>[^]*?<\/ItemGroup\s*>/g)];
  for (const hit of groups) {
    if (/\bCondition\b/.test(hit.groups?.['attributes'] ?? '')) continue;
    const own = packages.filter(({ span }) => hit.index <= span.start && span.end <= hit.index + hit[0].length);
    if (own.length > 0) return own;
  }
  return [];
}

/** -1, 0 or 1 for two versions, or null where one of them is no plain version: `1.*`, `$(Version)`. */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [a, b].map((one) =>
    /^\[?\s*(\d+(?:\.\d+)*)(?:-[\w.-]+)?\s*\]?$/.exec(one.trim())?.[1]?.split('.').map(Number),
  );
  if (!left || !right) return null;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
