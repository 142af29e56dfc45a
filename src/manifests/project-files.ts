import type { ProjectFile } from '../core/files';
import { baseName, folderOf } from '../core/document';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { addPackage } from './add-package';
import type { Manifest, ManifestChange } from './manifest';
import { projectPackages, projectProperty, takesPackages } from './msbuild';
import type { ProjectPackage } from './msbuild';
import { BRINGS_CORE, BROKER, CORE_WITH_IDENTITY, FORWARDING_IDENTITY, VERSIONS } from './nuget-versions';
import { compareVersions } from './versions';
import type { Step } from '../core/step';
import { shell, shellWord } from '../steps/command';
import { addByHand, installByHand } from '../steps/install';

const isProject = (path: string): boolean => /\.csproj$/i.test(path);
const isCentral = (path: string): boolean => /^Directory\.Packages\.props$/i.test(baseName(path));

/** The files in the nearest folder at or above a path's folder. */
function nearest(files: readonly ProjectFile[], path: string): readonly ProjectFile[] {
  const above = files.filter((file) => {
    const folder = folderOf(file.path);
    return folder === '' || `${folderOf(path)}/`.startsWith(`${folder}/`);
  });
  const depth = Math.max(...above.map((file) => folderOf(file.path).length));
  return above.filter((file) => folderOf(file.path).length === depth);
}

interface Project {
  readonly file: ProjectFile;
  readonly packages: readonly ProjectPackage[];
  /** The file that holds the versions, where it is not the project itself. */
  readonly central: { readonly file: ProjectFile; readonly packages: readonly ProjectPackage[] } | null;
}

function projectOf(files: readonly ProjectFile[], document: string): Project | null {
  const [file, ...others] = nearest(
    files.filter(({ path }) => isProject(path)),
    document,
  );
  const packages = file && projectPackages(file.text);
  if (!file || others.length > 0 || !packages || !takesPackages(file.text)) return null;
  const [props] = nearest(
    files.filter(({ path }) => isCentral(path)),
    file.path,
  );
  const versions = props && projectPackages(props.text);
  const switched =
    projectProperty(file.text, 'ManagePackageVersionsCentrally') ??
    (props && projectProperty(props.text, 'ManagePackageVersionsCentrally'));
  if (!props || !versions || /^false$/i.test(switched ?? '') || (switched === null && versions.length === 0))
    return { file, packages, central: null };
  return { file, packages, central: { file: props, packages: versions } };
}

const named = (packages: readonly ProjectPackage[], name: string): ProjectPackage | undefined =>
  packages.find((one) => one.name.toLowerCase() === name.toLowerCase());

interface Placed {
  readonly version: string | null;
  readonly file: ProjectFile;
  readonly entry: ProjectPackage;
}

/** Where the version of a package that the project names is. */
function placed({ file, packages, central }: Project, name: string): Placed | null {
  const own = named(packages, name);
  if (own?.version != null) return { version: own.version, file, entry: own };
  const shared = central && named(central.packages, name);
  if (central && shared && (own || shared.element === 'GlobalPackageReference'))
    return { version: shared.version, file: central.file, entry: shared };
  return own ? { version: null, file, entry: own } : null;
}

const atLeast = (one: Placed | null, version: string): boolean =>
  one?.version != null && (compareVersions(one.version, version) ?? -1) >= 0;
const older = (one: Placed | null, version: string): boolean =>
  one?.version != null && compareVersions(one.version, version) === -1;

const byHand = (...steps: readonly Step[]): ManifestChange => ({ files: [], steps });

/** A package whose version a person chooses. */
const raised = (name: string, title: Message): Step => ({
  id: `install:${name}`,
  kind: 'install',
  title,
  text: [],
  code: null,
});

/** A change of the user secrets, which lie outside the folder of the project. */
const userSecret = (does: 'set' | 'remove', name: string): Step => ({
  id: `local:user-secrets:${does}:${name}`,
  kind: 'local',
  title:
    does === 'set'
      ? say('The project has user secrets: set {name} there too', { name })
      : say('Remove {name} from the user secrets of the project', { name }),
  text: [],
  code: shell(`dotnet user-secrets ${does} ${shellWord(name)}${does === 'set' ? ' <endpoint>' : ''}`),
});

function add(files: readonly ProjectFile[], document: string, name: string): ManifestChange {
  const project = projectOf(files, document);
  const version = VERSIONS[name];
  if (project && version === undefined && placed(project, name)) return byHand();
  if (!project || version === undefined) return byHand(installByHand(name));
  const [present, core, broker] = [
    placed(project, name),
    placed(project, 'Azure.Core'),
    placed(project, 'Azure.Identity.Broker'),
  ];
  if (name === 'Azure.Identity') {
    const holdsTypes = atLeast(core, CORE_WITH_IDENTITY);
    const brought = holdsTypes || BRINGS_CORE.some((one) => placed(project, one));
    if (present && !(brought && older(present, FORWARDING_IDENTITY))) return byHand();
    if (!present && holdsTypes) return byHand();
    if (older(broker, BROKER))
      return byHand(
        raised(
          'Azure.Identity.Broker',
          say('Upgrade Azure.Identity.Broker to {version} or later, then {name} to {identity}.', {
            version: BROKER,
            name,
            identity: version,
          }),
        ),
      );
    if (older(core, CORE_WITH_IDENTITY))
      return byHand(
        raised(
          'Azure.Core',
          say('Upgrade Azure.Core to {version} or later, which contains the credentials.', {
            version: CORE_WITH_IDENTITY,
          }),
        ),
      );
  } else if (present) return byHand();

  const changed: { path: string; edits: ManifestChange['files'][number]['edits'] }[] = [];
  const touched: ProjectFile[] = [];
  if (present?.entry.versionSpan) {
    touched.push(present.file);
    changed.push({ path: present.file.path, edits: [{ span: present.entry.versionSpan, newText: version }] });
  } else {
    const { file, central } = project;
    touched.push(file);
    changed.push({ path: file.path, edits: addPackage(file.text, 'PackageReference', name, central ? null : version) });
    if (central && !named(central.packages, name)) {
      touched.push(central.file);
      changed.push({ path: central.file.path, edits: addPackage(central.file.text, 'PackageVersion', name, version) });
    }
  }
  const closed = touched.find(({ editable }) => editable === false);
  if (closed) return byHand(addByHand(closed.path, name));
  return { files: changed, steps: [] };
}

/** `.csproj` and, with central package management, `Directory.Packages.props`. */
export const projectFiles: Manifest = {
  isManifest: (path) => isProject(path) || isCentral(path),
  add: () => null,
  version: (text, name) => named(projectPackages(text) ?? [], name)?.version ?? null,
  addAcross: add,
  versionAcross(files, document, name) {
    const project = projectOf(files, document);
    return (project && placed(project, name)?.version) ?? null;
  },
  settingsElsewhere(files, document, added, removed) {
    const project = projectOf(files, document);
    if (!project || projectProperty(project.file.text, 'UserSecretsId') === null) return [];
    return [...added.map((name) => userSecret('set', name)), ...removed.map((name) => userSecret('remove', name))];
  },
};
