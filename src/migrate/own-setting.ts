import type { ProjectFile } from '../core/files';
import type { CodeFile } from '../languages/contract/file';
import type { Parser } from '../languages/contract/language';
import { settingBehind, sourcesOf } from '../languages/trace';
import type { Redacted } from '../core/redacted';
import { formats } from '../formats/index';
import type { Service } from '../services/service';
import { endpointOfValue } from './endpoint';
import { existingEndpoint } from './draft/other-file';
import { sameSetting } from './project';
import type { EndpointSettings } from './planning';
import type { UseGroup } from './uses';

/** Words in the name of a secret's setting that say nothing of which resource it opens. */
const NOISE =
  /^(?:azure|storage|connections?|strings?|conn|str|cs|account|keys?|secrets?|sas|token|url|uri|endpoint|primary|blobs?|queues?|tables?|access|shared|api)$/;

/** `Storage:ArchiveConnectionString` is `ARCHIVE`; nothing where only noise is left. */
function distinction(setting: string): string {
  const last = setting.split(':').at(-1) ?? setting;
  const words = last
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !NOISE.test(word));
  return words.join('_').toUpperCase();
}

const bare = (value: Redacted): string => value.reveal().trim().replace(/\/$/, '');

/** True where a settings file has the endpoint's setting already, for another resource than the secret's. */
const leadsElsewhere = (service: Service, from: string, name: string, files: readonly ProjectFile[]): boolean =>
  files.some(({ path, text }) => {
    const settings = formats.find((format) => format.handles(path))?.read(text) ?? [];
    const old = settings.find((one) => sameSetting(one.name, from));
    const taken = settings.find((one) => one.name === name);
    const endpoint = old && endpointOfValue(old.value.value, service);
    return Boolean(endpoint && taken && bare(taken.value.value) !== endpoint.replace(/\/$/, ''));
  });

/** True where a settings file proves that the endpoint's setting is that of the secret's resource. */
const leadsThere = (service: Service, from: string, name: string, files: readonly ProjectFile[]): boolean =>
  files.some(({ path, text }) => {
    const settings = formats.find((format) => format.handles(path))?.read(text) ?? [];
    const old = settings.find((one) => sameSetting(one.name, from));
    const taken = settings.find((one) => one.name === name);
    const endpoint = old && endpointOfValue(old.value.value, service);
    return Boolean(endpoint && taken && bare(taken.value.value) === endpoint.replace(/\/$/, ''));
  });

/**
 * The group with an endpoint setting of its own where the usual one is in use already: two secrets may open two
 * resources.
 */
export function withOwnSetting(
  group: UseGroup,
  file: CodeFile,
  files: readonly ProjectFile[],
  parser: Parser,
  endpoints: EndpointSettings,
): UseGroup {
  const own = new Map<Service, Service>();
  for (const { service, trace } of group.uses) {
    const usual = service.endpointSetting;
    const from = settingBehind(trace)?.name;
    if (usual === undefined || from === undefined || own.has(service)) continue;
    const beyond = sourcesOf(trace).find(({ importedTrace }) => importedTrace)?.importedTrace ?? null;
    const there = beyond?.imported.file;
    const isTaken = (name: string) =>
      file.settings.has(name) ||
      (beyond !== null &&
        there?.settings.has(name) === true &&
        existingEndpoint(beyond, { ...service, endpointSetting: name }, parser.writer(there)) === null) ||
      leadsElsewhere(service, from, name, files) ||
      // Code that reads it already may read that of another account; the files can prove that it is the same.
      (name === usual &&
        beyond === null &&
        endpoints.readElsewhere.has(name) &&
        endpoints.given(service.id, from) !== name &&
        !leadsThere(service, from, name, files));
    const word = distinction(from);
    const suffixes = word === '' ? [] : [word];
    let name = endpoints.given(service.id, from) ?? usual;
    for (let n = 2; isTaken(name);) name = `${usual}_${suffixes.shift() ?? String(n++)}`;
    endpoints.give(service.id, from, name);
    own.set(service, name === usual ? service : { ...service, endpointSetting: name });
  }
  return { ...group, uses: group.uses.map((use) => ({ ...use, service: own.get(use.service) ?? use.service })) };
}
