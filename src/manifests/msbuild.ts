import type { Span } from '../core/span';
import { attributeOf, readXml, textOf } from './xml';
import type { Xml, XmlElement } from './xml';

/** An MSBuild file: a project or what projects import. */
export interface Msbuild {
  readonly xml: Xml;
  /** Elements that have a condition, or are inside one that has. */
  readonly conditional: ReadonlySet<XmlElement>;
}

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
  /** The item group it is in. */
  readonly group: XmlElement | null;
}

const PACKAGES: ReadonlySet<string> = new Set(['PackageReference', 'PackageVersion', 'GlobalPackageReference']);

/** A text as an MSBuild file, or null when it is none or does not parse. */
export function readMsbuild(text: string): Msbuild | null {
  const xml = readXml(text);
  if (xml?.root.name !== 'Project') return null;
  const conditional = new Set<XmlElement>();
  for (const element of xml.elements)
    if (attributeOf(element, 'Condition') || (element.parent && conditional.has(element.parent)))
      conditional.add(element);
  return { xml, conditional };
}

function packageOf(xml: Xml, element: XmlElement): ProjectPackage | null {
  const name = element.attributes.find((one) => one.name === 'Include' || one.name === 'Update')?.value;
  if (name === undefined) return null;
  const isVersion = (one: { readonly name: string }) => one.name === 'Version' || one.name === 'VersionOverride';
  const attribute = element.attributes.find(isVersion);
  const child = element.children.find(isVersion);
  const content = child && textOf(xml, child);
  return {
    element: element.name,
    name: name.trim(),
    version: attribute?.value ?? content?.text ?? null,
    versionSpan: attribute?.span ?? content?.span ?? null,
    span: element.span,
    group: element.parent,
  };
}

/** The packages that an MSBuild file names, in order; null when the text is none that can be edited. */
export function projectPackages(text: string): readonly ProjectPackage[] | null {
  const file = readMsbuild(text);
  // `<Project />` has no place for a package.
  return file && file.xml.root.inner.end < file.xml.root.span.end ? packagesOf(file) : null;
}

export const packagesOf = ({ xml }: Msbuild): readonly ProjectPackage[] =>
  xml.elements.filter(({ name }) => PACKAGES.has(name)).flatMap((element) => packageOf(xml, element) ?? []);

/** The value of a property that is set without a condition, or null. Names are compared without case, as MSBuild does. */
export function propertyOf({ xml, conditional }: Msbuild, name: string): string | null {
  const wanted = name.toLowerCase();
  const found = xml.elements.find(
    (element) =>
      element.name.toLowerCase() === wanted && element.parent?.name === 'PropertyGroup' && !conditional.has(element),
  );
  return found ? textOf(xml, found).text : null;
}

/** The value of an MSBuild property that is set without a condition, or null. */
export function projectProperty(text: string, name: string): string | null {
  const file = readMsbuild(text);
  return file && propertyOf(file, name);
}

/** What the items of one kind include, in order, lists taken apart: `<ProjectReference Include="a;b" />`. */
export const itemsOf = ({ xml }: Msbuild, element: string): readonly string[] =>
  xml.elements
    .filter(({ name }) => name === element)
    .flatMap((one) => listed(attributeOf(one, 'Include')?.value))
    .filter((one) => !/[$%@]\(/.test(one));

const listed = (list = ''): string[] =>
  list
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The namespaces that an MSBuild file adds to every file of its project, or takes away; in order. */
export const usingsOf = ({ xml }: Msbuild): { readonly namespace: string; readonly removed: boolean }[] =>
  xml.elements
    .filter(({ name }) => name === 'Using')
    .flatMap((element) => {
      const named = element.attributes.find(({ name }) => name === 'Include' || name === 'Remove');
      // An alias, a static class and a condition make no namespace that is always in sight.
      if (!named || element.attributes.some(({ name }) => /^(?:Alias|Static|Condition)$/.test(name))) return [];
      return listed(named.value).map((namespace) => ({ namespace, removed: named.name === 'Remove' }));
    });

/** The SDKs of a project file, as its head or its `Sdk` elements name them, without versions. */
export const sdksOf = ({ xml }: Msbuild): readonly string[] =>
  [
    attributeOf(xml.root, 'Sdk')?.value,
    ...xml.elements.filter(({ name }) => name === 'Sdk').map((one) => attributeOf(one, 'Name')?.value),
    ...xml.elements.filter(({ name }) => name === 'Import').map((one) => attributeOf(one, 'Sdk')?.value),
  ].flatMap((list) => listed(list).map((sdk) => sdk.replace(/\/.*$/s, '')));

/** True for a project file of the SDK style, or one that has package references already. */
export function takesPackages(text: string): boolean {
  const file = readMsbuild(text);
  if (!file) return false;
  return sdksOf(file).length > 0 || file.xml.elements.some(({ name }) => name === 'PackageReference');
}
