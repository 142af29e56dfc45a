import type { DotnetProject } from '../../manifests/dotnet-project';
import type { Project } from '../project';
import { contains, dependency, isThere, placedAt, unknown } from './runtime';
import type { RuntimeClues, Runtime, RuntimeKind } from './runtime';

/** Namespaces whose code runs on a person's device. */
const NAMESPACES: readonly (readonly [kind: RuntimeKind, name: RegExp])[] = [
  ['mobile', /^(?:Microsoft\.Maui|Xamarin|Android|UIKit|Foundation|CoreFoundation)(?:\.|$)/],
  ['browser', /^Microsoft\.AspNetCore\.Components\.WebAssembly(?!\.Server)(?:\.|$)/],
  ['desktop', /^(?:UnityEngine|UnityEditor|System\.Windows|Microsoft\.UI\.Xaml|Windows\.UI|Avalonia|Godot)(?:\.|$)/],
];
const USING = /^[ \t]{0,20}(?:global\s{1,5})?using\s{1,5}(?:static\s{1,5})?([\w.]{1,200})\s{0,5};/gm;

/** What the usings of a file tell. */
function usingsTell({ text, name }: RuntimeClues): Runtime | null {
  for (const [, namespace = ''] of text.matchAll(USING)) {
    const kind = NAMESPACES.find(([, names]) => names.test(namespace))?.[0];
    if (kind !== undefined) return contains(kind, name, `using ${namespace}`);
  }
  return null;
}

/** What the properties of one project file tell, as code that is in it. */
function propertiesTell(project: DotnetProject): readonly [RuntimeKind, string] | null {
  const { sdks, frameworks } = project;
  const has = (sdk: string): boolean => sdks.some((one) => one.toLowerCase() === sdk.toLowerCase());
  if (has('Microsoft.NET.Sdk.BlazorWebAssembly')) return ['browser', 'Microsoft.NET.Sdk.BlazorWebAssembly'];
  if (project.useMaui) return ['mobile', '<UseMaui>true</UseMaui>'];
  const mobile = frameworks.find((one) => /-(?:android|ios|maccatalyst|tvos|tizen)/i.test(one));
  if (mobile !== undefined) return ['mobile', mobile];
  if (project.useWpf) return ['desktop', '<UseWPF>true</UseWPF>'];
  if (project.useWindowsForms) return ['desktop', '<UseWindowsForms>true</UseWindowsForms>'];
  if (project.azureFunctionsVersion !== null) return ['function', 'AzureFunctionsVersion'];
  const server = ['Microsoft.NET.Sdk.Web', 'Microsoft.NET.Sdk.Worker'].find(has);
  return server === undefined ? null : ['server', server];
}

const PACKAGES: readonly (readonly [kind: RuntimeKind, names: readonly string[]])[] = [
  ['mobile', ['microsoft.maui.controls', 'xamarin.forms', 'xamarin.essentials', 'uno.winui', 'uno.sdk']],
  ['browser', ['microsoft.aspnetcore.components.webassembly']],
  ['desktop', ['avalonia', 'avalonia.desktop', 'microsoft.windowsappsdk', 'unity3d', 'wpf-ui', 'photino.blazor']],
  [
    'function',
    [
      'microsoft.azure.functions.worker',
      'microsoft.net.sdk.functions',
      'microsoft.azure.webjobs',
      'microsoft.azure.functions.extensions',
    ],
  ],
];

function packagesTell(project: Project): Runtime | null {
  for (const [kind, names] of PACKAGES) {
    const found = dependency(kind, project, names);
    if (found) return found;
  }
  return null;
}

/** Where C# runs. */
export async function dotnetRuntime(place: RuntimeClues): Promise<Runtime> {
  const { project, relative, names } = place;
  const own = usingsTell(place);
  if (own) return own;
  if (!project || project.ecosystem !== 'dotnet')
    return /(?:^|\/)Assets\//.test(place.path) && place.path.endsWith('.cs') && (await isUnity(place))
      ? placedAt('desktop', 'Assets/', 'Unity')
      : unknown;
  const told = project.dotnet.flatMap((one) => {
    const found = propertiesTell(one);
    return found ? [found] : [];
  });
  const [first, ...others] = told;
  // Two project files in one folder that say different things leave it open whose file this is.
  if (first && others.every(([kind]) => kind === first[0]))
    return contains(first[0], project.manifests[0] ?? '', first[1]);
  if (first) return unknown;
  const found = packagesTell(project);
  if (found) return found;
  if (/^wwwroot\//.test(relative)) return placedAt('browser', 'wwwroot/', 'the browser');
  return (await names(project.folder)).has('host.json') ? isThere('function', 'host.json') : unknown;
}

async function isUnity({ path, names }: RuntimeClues): Promise<boolean> {
  const root = path.slice(0, path.indexOf('Assets/'));
  return (await names(`${root}ProjectSettings`)).has('ProjectVersion.txt');
}
