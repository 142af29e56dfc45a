import { baseName } from '../../core/document';
import { hiddenInComment } from '../comments';
import type { Setting, SettingsFormat } from '../format';
import { linesIn } from '../lines';
import { composeSettings } from './compose';
import { kubernetesSettings } from './kubernetes';
import type { parseYaml } from './parse';
import { pipelineSettings } from './pipelines';
import { springSettings } from './spring';
import type { YamlNode } from './tree';

export const isYaml = (path: string): boolean =>
  /\.ya?ml$/i.test(path) && !/(?:^|\/)(?:pnpm-lock|[\w.-]{1,100}[.-]lock)\.ya?ml$/i.test(path);
export const isSpring = (path: string): boolean =>
  /^(?:application|bootstrap)(?:-[\w-]{1,100})?\.ya?ml$/i.test(baseName(path));

/** What every kind of file with settings has: a look costs a hundredth of the parser. */
const MARK =
  /^[ \t]{0,99}(?:- {1,99})?["']?(?:services|apiVersion|jobs|steps|stages|variables|runs|extends|type)["']?[ \t]{0,99}:|^[ \t]{0,99}[{[]/m;

/** `a: b # comment`: what follows the mark. Marks inside values only hide too much. */
const commentsIn = (text: string) =>
  [...linesIn(text)].flatMap(({ text: line, start, end }) => {
    const mark = /(?:^|\s)#/.exec(line);
    return mark ? hiddenInComment(text, { start: start + mark.index, end }) : [];
  });

/** One format for each kind of YAML file, over the parser that was loaded. */
export function yamlFormat(parse: typeof parseYaml, path: string): SettingsFormat {
  const spring = isSpring(path);
  const kinds = (text: string, root: YamlNode): readonly Setting[] =>
    kubernetesSettings(root) ?? composeSettings(text, root) ?? pipelineSettings(text, root) ?? [];
  return {
    id: spring ? 'spring-yaml' : 'yaml',
    handles: spring ? isSpring : isYaml,
    isExample: (one) => /\.(?:example|sample|template|dist)\.ya?ml$/i.test(baseName(one)),
    read(text) {
      if (!spring && !MARK.test(text)) return [];
      const documents = parse(text);
      return documents && unique(documents.flatMap((root) => (spring ? springSettings(root) : kinds(text, root))));
    },
    ...(spring ? { besides: commentsIn } : {}),
  };
}

/** In order, each place once: what an anchor holds is read wherever it is named. */
function unique(settings: readonly Setting[]): Setting[] {
  const places = new Map(settings.map((setting) => [`${setting.nameSpan.start}:${setting.name}`, setting] as const));
  return [...places.values()].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}
