import type { SourceDocument } from '../core/document';
import type { ProjectFile } from '../core/files';
import { SECRETS } from '../languages/metavariables';
import type { Analysis } from '../migrate/analysis';
import type { Facts } from '../migrate/facts';
import { settingNames } from '../migrate/uses';
import type { Blocker } from '../migrate/uses';
import type { Model } from '../project/model';
import { isPublished } from '../project/project';
import type { SettingFacts } from '../project/settings/facts';
import type { Service } from '../services/service';
import type { Loaded } from './tools';

type Elsewhere = Blocker & { readonly path: string };

/** What the project says about the uses of a document: where it runs, its settings, who needs the key of its clients. */
export async function factsOf(
  model: Model,
  document: SourceDocument,
  analysis: Analysis,
  tools: Loaded,
): Promise<Facts> {
  const uses = analysis.groups.flatMap((group) => group.uses);
  const settings = new Map<string, SettingFacts>();
  for (const name of new Set(uses.flatMap((use) => settingNames(use, analysis.file))))
    settings.set(name, await model.settingFacts(name, document.path));
  const services = [...new Set(uses.map(({ service }) => service))];
  const blockers = await blockersElsewhere(model, document, services, tools);
  const paths = [...settings.values()].flatMap(({ declarations, readers }) => [...declarations, ...readers]);
  const needs = [...new Set([...paths.map(({ path }) => path), ...blockers.map(({ path }) => path)])];
  const choiceFree = !uses.some(({ match }) => analysis.file.inChoice(match.node));
  const published = isPublished(await model.projectOf(document.path));
  const runtime = await model.runtimeOf(document);
  return { runtime, settings, blockers, choiceFree, isPublished: published, needs };
}

/** A method that needs the key of a client, by its name: `generateSasUrl`, `EnsureCreated`. */
interface Method extends Blocker {
  readonly word: string;
}

/**
 * Files that take a client from this one and call a method that needs its key. The types there are not followed: a call of that
 * name in a file that imports from this one, or names its types, counts.
 */
async function blockersElsewhere(
  model: Model,
  document: SourceDocument,
  services: readonly Service[],
  tools: Loaded,
): Promise<readonly Elsewhere[]> {
  const methods = services.flatMap((service) => methodsOf(service, tools));
  if (methods.length === 0) return [];
  const holders = await holdersOf(model, document, services, methods, tools);
  return holders.flatMap(({ path, text }) =>
    methods.filter(({ word }) => calls(text, word)).map(({ service, reason }) => ({ service, reason, path })),
  );
}

function methodsOf(service: Service, { patterns }: Loaded): readonly Method[] {
  return (patterns.byService.get(service) ?? []).flatMap(({ source, from, fromText, word }) => {
    const holdsSecret = SECRETS.some((name) => fromText.includes(`M__${name}`));
    const isMethod = from.kind === 'call' && from.callee.kind === 'member' && !from.isNew;
    return source.kind === 'refuse' && !holdsSecret && isMethod && word !== null
      ? [{ service, reason: source.reason, word }]
      : [];
  });
}

const calls = (text: string, word: string): boolean =>
  new RegExp(`\\.\\s{0,99}${word}\\s{0,99}(?:<[^()<>]{0,80}>)?\\(`).test(text);

/** The files that hold what a document makes: importers of it, and where names need no import, those that name the package. */
async function holdersOf(
  model: Model,
  { path }: SourceDocument,
  services: readonly Service[],
  methods: readonly Method[],
  { language }: Loaded,
): Promise<readonly ProjectFile[]> {
  const importers = (await model.importersOf(path, null)).files.filter(({ how }) => how !== 'mock');
  if (!language.companions) return importers;
  const namespaces = services.flatMap((service) =>
    (service.clients[language.id] ?? []).flatMap((sdk) => [sdk.package, ...Object.values(sdk.namespaces ?? {})]),
  );
  const words = methods.map(({ word }) => word);
  const mentioning = (await model.filesMentioning(words, path, 'related')).files;
  const injected = mentioning.filter(({ text }) => namespaces.some((name) => name !== '' && text.includes(name)));
  return [...new Map([...importers, ...injected].map((file) => [file.path, file])).values()];
}
