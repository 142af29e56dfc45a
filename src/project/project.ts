import type { DotnetProject } from '../manifests/dotnet-project';
import type { NpmPackage } from '../manifests/package-json';
import type { Ecosystem } from './manifests';

/**
 * A project: a folder with manifests of one ecosystem. Its files are those of that ecosystem below the folder, without the
 * projects in folders below.
 */
export interface Project {
  /** Tells projects of one workspace apart, also over changes: `javascript:apps/api`. */
  readonly id: string;
  readonly folder: string;
  readonly ecosystem: Ecosystem;
  /** Paths of its manifests, in order. More than one where two project files share a folder. */
  readonly manifests: readonly string[];
  /** The name that other projects call it by. */
  readonly name: string | null;
  /** Names of the packages it asks for, in lower case, each with the manifest that names it. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** Manifests or folders of other projects that it names by their path; existence is not checked. */
  readonly references: readonly string[];
  /** False when a manifest could not be read or does not parse: what it would say is not known. */
  readonly readable: boolean;
  readonly npm: NpmPackage | null;
  /** Of each project file that could be read. */
  readonly dotnet: readonly DotnetProject[];
  /** Globs of folders whose projects share a workspace with it: npm, pnpm, Yarn, uv. */
  readonly members: readonly string[];
}

/** True for a project that is a package for others, by what its manifest says: its users pass what its functions take. */
export const isPublished = (project: Project | null): boolean =>
  project !== null && (project.npm?.isPublished ?? project.dotnet.some(({ isPackage }) => isPackage));
