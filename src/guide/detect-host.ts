import type { ProjectFile } from '../core/files';
import type { Message } from '../core/message';
import { say } from '../core/message';
import { allHosts } from '../steps/hosts/all';

/** A host that the files of a workspace speak for, with the file that does. */
export interface DetectedHost {
  readonly host: string;
  readonly because: Message;
}

/** `host:` of a service in `azure.yaml` (Azure Developer CLI). */
const azdHosts: Readonly<Record<string, string | undefined>> = {
  appservice: 'app-service',
  function: 'functions',
  containerapp: 'container-apps',
  staticwebapp: 'static-web-apps',
  aks: 'aks',
};

/** Further types of the same hosts; the first of each is in the host's own data. */
const moreTypes: readonly (readonly [string, string])[] = [
  ['azurerm_windows_web_app', 'app-service'],
  ['azurerm_app_service', 'app-service'],
  ['azurerm_windows_function_app', 'functions'],
  ['azurerm_function_app_flex_consumption', 'functions'],
  ['azurerm_function_app', 'functions'],
  ['azurerm_container_app_job', 'container-apps'],
  ['Microsoft.App/jobs', 'container-apps'],
  ['azurerm_kubernetes_cluster', 'aks'],
  ['Microsoft.ContainerService/managedClusters', 'aks'],
  ['azurerm_windows_virtual_machine', 'vm'],
  ['azurerm_windows_virtual_machine_scale_set', 'vmss'],
  ['azurerm_orchestrated_virtual_machine_scale_set', 'vmss'],
  ['azurerm_logic_app_standard', 'logic-apps'],
];

const types: readonly (readonly [string, string])[] = [
  ...allHosts.flatMap((host) =>
    host.kind === 'managed'
      ? [
          [host.terraform, host.id] as const,
          // App Service and Functions share their type: told apart below.
          ...(host.id === 'functions' ? [] : [[host.bicep.type.replace(/@.*/, ''), host.id] as const]),
        ]
      : [],
  ),
  ...moreTypes,
];

function ofTemplate({ path, text }: ProjectFile): string[] {
  const bicep = path.endsWith('.bicep');
  const declared = bicep
    ? [...text.matchAll(/^resource\s{1,99}\w{1,100}\s{1,99}'([^'@]{1,200})@[^']{0,200}'\s{0,99}=/gm)]
    : [...text.matchAll(/^resource\s{1,99}"([a-z0-9_]{1,100})"/gm)];
  const hosts = declared.flatMap(([, type]) =>
    types.filter(([name]) => name.toLowerCase() === type?.toLowerCase()).map(([, host]) => host),
  );
  const functionApp = bicep && /kind:\s{0,99}'functionapp/.test(text);
  return hosts.map((host) => (host === 'app-service' && functionApp ? 'functions' : host));
}

function hostsOf(file: ProjectFile): string[] {
  const path = file.path.toLowerCase();
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'host.json')
    return file.text === '' || /"(?:version|extensionBundle)"/.test(file.text) ? ['functions'] : [];
  if (name === 'staticwebapp.config.json') return ['static-web-apps'];
  if (name === 'azure.yaml' || name === 'azure.yml') {
    return [...file.text.matchAll(/^[ \t]{1,99}host:[ \t]{0,99}["']?(\w{1,100})/gm)].flatMap(
      ([, host]) => azdHosts[host ?? ''] ?? [],
    );
  }
  if (name.endsWith('.bicep') || name.endsWith('.tf')) return ofTemplate(file);
  if (/(?:^|\/)\.github\/workflows\/[^/]{1,200}\.ya?ml$/.test(path)) return ['github-actions'];
  if (/^azure-pipelines[^/]{0,200}\.ya?ml$/.test(name)) return ['azure-pipelines'];
  if (/\.ya?ml$/.test(name) && /^kind:\s{0,99}(?:Deployment|StatefulSet|DaemonSet|CronJob)\s{0,99}$/m.test(file.text))
    return ['aks'];
  if (name === 'dockerfile' || name.endsWith('.dockerfile')) return ['container-apps'];
  return [];
}

/** Pipelines deploy the workload, and any image can run in several places: both count only where nothing says more. */
const weak = new Set(['github-actions', 'azure-pipelines']);

/** Hosts the workspace's files speak for, the likeliest first. */
export function detectHosts(files: readonly ProjectFile[]): DetectedHost[] {
  const found = files.flatMap((file) =>
    hostsOf(file).map((host) => ({
      host,
      rank: weak.has(host) ? 2 : /dockerfile$/i.test(file.path) ? 1 : 0,
      because: say('{file} speaks for {host}.', {
        file: file.path,
        host: allHosts.find(({ id }) => id === host)?.title ?? host,
      }),
    })),
  );
  found.sort((a, b) => a.rank - b.rank);
  return found
    .filter(({ host }, at) => found.findIndex((other) => other.host === host) === at)
    .map(({ host, because }) => ({ host, because }));
}
