import type { Language, ProjectContext } from '../languages/contract/language';
import { services } from '../services/index';

/** Words without which no pattern of any service can match: the packages. */
export const packageWords = (): string[] => {
  const sdks = services.flatMap((service) => Object.values(service.clients).flat());
  const packages = new Set(
    sdks.flatMap((sdk) => (sdk.words ? [] : [sdk.package, ...Object.values(sdk.namespaces ?? {})])),
  );
  // A short name (`pg`, `redis`) is in any text; in quotes it is an import.
  const imports = [...packages].flatMap((name) =>
    /[@./]/.test(name) || /^[A-Z]/.test(name) ? [name] : [`'${name}'`, `"${name}"`],
  );
  return [...new Set([...imports, ...sdks.flatMap(({ words = [] }) => words)])];
};

/** True when a project brings a client's namespace into files that name no package. */
export function bringsClients(language: Language, path: string, { files }: ProjectContext): boolean {
  const clients = services
    .flatMap((service) => service.clients[language.id] ?? [])
    .flatMap((sdk) => [sdk.package, ...Object.values(sdk.namespaces ?? {})]);
  const seen = language.globalNamespaces(files, path);
  return seen.some((one) => clients.some((name) => name !== '' && `${one}.`.startsWith(`${name}.`)));
}
