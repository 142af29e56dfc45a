import type { Span } from '../core/span';
import { linesIn } from '../formats/lines';

const VERSION = String.raw`[~^<>=v\[\](]{0,3}\s?\d{1,6}(?:\.(?:\d{1,8}|[*x])){0,4}(?:[-+](?:alpha|beta|rc|preview|next|dev|canary)[\w.-]{0,20})?[\])]?|\*|latest|workspace:[*^~]`;
const PACKAGE = String.raw`@?[A-Za-z][\w.-]{0,80}(?:\/[A-Za-z][\w.-]{0,80})?`;

/** Lines of manifests that hold a name of a package, a version, a switch, or only brackets and tags. */
const HARMLESS: readonly RegExp[] = [
  /^[\s{}[\](),;]*$/,
  new RegExp(
    String.raw`^\s{0,400}"${PACKAGE}"\s{0,99}:\s{0,99}(?:"(?:${VERSION})"|\d{1,5}|true|false|[{[]{1,2}[}\]]{0,2})\s{0,99},?\s{0,99}$`,
  ),
  /^\s{0,99}"(?:type|license)"\s{0,99}:\s{0,99}"(?:module|commonjs|MIT|ISC|Apache-2\.0|UNLICENSED)"\s{0,99},?\s{0,99}$/,
  new RegExp(String.raw`^\s{0,400}"name"\s{0,99}:\s{0,99}"@?[a-z][a-z./-]{0,80}"\s{0,99},?\s{0,99}$`),
  new RegExp(
    String.raw`^\s{0,400}<(?:Package(?:Reference|Version)|FrameworkReference|Using)(?:\s{1,99}(?:Include|Update|Remove)="${PACKAGE}"|\s{1,99}(?:Version|VersionOverride)="(?:${VERSION})"|\s{1,99}(?:Private|PrivateAssets)="[A-Za-z]{1,12}"){1,4}\s{0,99}(?:\/>|>\s{0,99}(?:<\/\w{1,60}>)?)\s{0,99}$`,
  ),
  /^\s{0,99}<\/?(?:Project|ItemGroup|PropertyGroup|PackageReference|PackageVersion)(?:\s{1,99}Sdk="Microsoft\.[A-Za-z.]{1,60}")?\s{0,99}\/?>\s{0,99}$/,
  /^\s{0,400}<(TargetFrameworks?|Nullable|ImplicitUsings|OutputType|LangVersion|ManagePackageVersionsCentrally|IsPackable)>(?:net(?:standard)?\d{1,2}\.\d|enable|disable|true|false|Exe|Library|latest|preview|\d{1,2}(?:\.\d)?)<\/\1>\s{0,99}$/,
];

/** The lines of a manifest that may hold anything else: scripts, addresses of registries with a login, settings. */
export const maskedInManifest = (text: string): Span[] =>
  [...linesIn(text)].flatMap(({ text: line, start }) => {
    if (line.length <= 300 && HARMLESS.some((one) => one.test(line))) return [];
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    const end = line.trimEnd().length;
    return indent < end ? [{ start: start + indent, end: start + end }] : [];
  });
