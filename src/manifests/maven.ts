import { readXml, textOf } from './xml';
import type { Xml, XmlElement } from './xml';

export interface MavenProject {
  /** `group:artifact`; the group may be that of its parent. */
  readonly name: string | null;
  /** `group:artifact`, the parent included. */
  readonly dependencies: readonly string[];
}

const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((one) => one.name === name);

const childText = (xml: Xml, element: XmlElement, name: string): string | null => {
  const [child] = named(element, name);
  return child ? textOf(xml, child).text : null;
};

const coordinates = (xml: Xml, element: XmlElement): string =>
  `${childText(xml, element, 'groupId') ?? ''}:${childText(xml, element, 'artifactId') ?? ''}`;

/** A `pom.xml`, or null when it does not parse. */
export function readPom(text: string): MavenProject | null {
  const xml = readXml(text);
  if (xml?.root.name !== 'project') return null;
  const { root } = xml;
  const [parent] = named(root, 'parent');
  const artifact = childText(xml, root, 'artifactId');
  const group = childText(xml, root, 'groupId') ?? (parent && childText(xml, parent, 'groupId')) ?? '';
  const isDependency = (one: XmlElement) =>
    (one.name === 'dependency' && one.parent?.name === 'dependencies') ||
    (one.name === 'parent' && one.parent === root);
  return {
    name: artifact === null ? null : `${group}:${artifact}`,
    dependencies: xml.elements.filter(isDependency).map((one) => coordinates(xml, one)),
  };
}
