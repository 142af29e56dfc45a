import { itemsOf, packagesOf, propertyOf, sdksOf } from './msbuild';
import type { Msbuild } from './msbuild';

/** What a .NET project file says, with what it takes from `Directory.Build.props`. */
export interface DotnetProject {
  readonly sdks: readonly string[];
  /** `TargetFramework` and `TargetFrameworks` as written: `net8.0`, `net8.0-android`. */
  readonly frameworks: readonly string[];
  /** Paths of other project files, as written, `\` as `/`. */
  readonly references: readonly string[];
  readonly packages: readonly string[];
  readonly internalsVisibleTo: readonly string[];
  readonly rootNamespace: string | null;
  readonly assemblyName: string | null;
  readonly outputType: string | null;
  readonly langVersion: string | null;
  readonly nullable: string | null;
  readonly implicitUsings: string | null;
  readonly azureFunctionsVersion: string | null;
  readonly useMaui: boolean;
  readonly useWpf: boolean;
  readonly useWindowsForms: boolean;
  readonly isTestProject: boolean;
  /** A package is made of it, by what it says itself: a library without a word about that may be an app's own. */
  readonly isPackage: boolean;
}

/** Reads a project; `shared` are the MSBuild files it imports by their place, the most important first. */
export function readDotnetProject(project: Msbuild, shared: readonly Msbuild[] = []): DotnetProject {
  const property = (name: string): string | null => {
    for (const file of [project, ...shared]) {
      const value = propertyOf(file, name);
      if (value !== null && value !== '') return value;
    }
    return null;
  };
  const isTrue = (name: string): boolean => /^true$/i.test(property(name) ?? '');
  const listed = (name: string): string[] => (property(name) ?? '').split(';').flatMap((one) => one.trim() || []);
  const all = [project, ...shared];
  return {
    sdks: sdksOf(project),
    frameworks: [...listed('TargetFramework'), ...listed('TargetFrameworks')],
    references: all.flatMap((file) => itemsOf(file, 'ProjectReference')).map((path) => path.replaceAll('\\', '/')),
    packages: all.flatMap((file) =>
      packagesOf(file).flatMap(({ element, name }) => (element === 'PackageVersion' ? [] : [name])),
    ),
    internalsVisibleTo: all.flatMap((file) => itemsOf(file, 'InternalsVisibleTo')),
    rootNamespace: property('RootNamespace'),
    assemblyName: property('AssemblyName'),
    outputType: property('OutputType'),
    langVersion: property('LangVersion'),
    nullable: property('Nullable'),
    implicitUsings: property('ImplicitUsings'),
    azureFunctionsVersion: property('AzureFunctionsVersion'),
    useMaui: isTrue('UseMaui'),
    useWpf: isTrue('UseWPF'),
    useWindowsForms: isTrue('UseWindowsForms'),
    isTestProject: isTrue('IsTestProject'),
    isPackage:
      !/^false$/i.test(property('IsPackable') ?? '') &&
      (isTrue('IsPackable') || isTrue('GeneratePackageOnBuild') || property('PackageId') !== null),
  };
}
