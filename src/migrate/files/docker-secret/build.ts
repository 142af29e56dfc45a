import type { SourceDocument } from '../../../core/document';
import { remembered } from '../../../core/remember';
import type { Span } from '../../../core/span';
import { firstBehind } from '../../../core/span-index';
import { instructions } from '../../../formats/docker';
import type { Setting } from '../../../formats/format';
import { linesIn } from '../../../formats/lines';

/** How commands begin that read no settings of the app: they fetch packages, or prepare files and users. */
const HARMLESS =
  /^(?:set -|(?:apt|apt-get|apk|yum|dnf|microdnf|tdnf|zypper|corepack|mkdir|chmod|chown|rm|cp|mv|ln|touch|cd|useradd|adduser|addgroup|groupadd) |pip3? install |python3? -m pip install |npm (?:ci|i|install)(?![^ ])|yarn(?: install)?(?: --|$)|dotnet restore(?![^ ])|go mod download$|update-ca-certificates$|true$|:$)/i;

interface Instruction {
  readonly start: number;
  readonly keyword: string;
  readonly rest: string;
}

/** What the instructions from one `FROM` up to the next read; offsets are those of the last instruction that does. */
interface Stage extends Span {
  /** The places of the stages that begin with what this one has built. */
  readonly children: number[];
  /** Words of instructions that the build runs. */
  readonly built: ReadonlyMap<string, number>;
  /** Words of instructions that run in the container. */
  readonly atRun: ReadonlyMap<string, number>;
  /** The last command that may read its whole environment; -1 without one. */
  readonly command: number;
}

/** Keywords in upper case, with the lines that a backslash continues joined. */
function instructionsOf(text: string): readonly Instruction[] {
  return [...instructions(text)].flatMap(({ start, end }) => {
    const lines = [...linesIn(text.slice(start, end))].filter(({ text: line }) => !/^[ \t]*#/.test(line));
    const whole = lines.map(({ text: line }) => line.trim().replace(/\\$/, ' ')).join('');
    const keyword = whole.split(/\s/, 1)[0] ?? '';
    return whole === '' ? [] : [{ start, keyword: keyword.toUpperCase(), rest: whole.slice(keyword.length) }];
  });
}

const isAtRun = ({ keyword }: Instruction): boolean => /^(?:CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword);

const readsAnything = ({ keyword, rest }: Instruction): boolean =>
  keyword === 'RUN' && !rest.split(/&&|\|\|?|;/).every((command) => HARMLESS.test(command.trim()));

/** The place of the last of some instructions by each of their words. */
const wordsOf = (some: readonly Instruction[]): ReadonlyMap<string, number> =>
  new Map(some.flatMap(({ start, rest }) => (rest.match(/\w+/g) ?? []).map((word) => [word, start] as const)));

/** The instructions of each stage; those before the first `FROM` come first. */
function split(all: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [[]];
  for (const instruction of all) {
    if (instruction.keyword === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** The stages of a Dockerfile; the first holds what every stage may declare again. */
const stagesOf = remembered(({ text }: SourceDocument): readonly Stage[] => {
  const parts = split(instructionsOf(text));
  const stages = parts.map((part, nth): Stage => ({
    start: part[0]?.start ?? 0,
    end: parts[nth + 1]?.[0]?.start ?? Infinity,
    children: [],
    built: wordsOf(part.filter((one) => !isAtRun(one))),
    atRun: wordsOf(part.filter(isAtRun)),
    command: part.findLast(readsAnything)?.start ?? -1,
  }));
  const named = new Map<string, Stage>();
  parts.forEach((part, nth) => {
    const parent = nth === 0 ? undefined : (named.get(baseOf(part)) ?? stages[0]);
    parent?.children.push(nth);
    const [own, name] = [stages[nth], nameOf(part)];
    if (own && name !== null) named.set(name, own);
  });
  return stages;
});

/** What a stage is called, in lower case. */
const nameOf = ([from]: readonly Instruction[]): string | null =>
  /\sAS\s+([\w.-]+)\s*$/i.exec(from?.rest ?? '')?.[1]?.toLowerCase() ?? null;

/** What a stage begins with, in lower case. */
const baseOf = ([from]: readonly Instruction[]): string =>
  /^(?:\s+--\S+)*\s+(\S+)/.exec(from?.rest ?? '')?.[1]?.toLowerCase() ?? '';

/** True where commands of the build may read a setting: by its name, or by its being in their environment. */
export function isReadInBuild(document: SourceDocument, { name, span }: Setting): boolean {
  const stages = stagesOf(document);
  const isArgument = /^[ \t]*ARG\b/i.test(document.text.slice(span.start, span.end));
  const isAfter = (offset: number | undefined): boolean => offset !== undefined && offset >= span.end;
  const open = [firstBehind(stages, span.start)];
  const isGlobal = open[0] === 0;
  for (let nth = open.pop(); nth !== undefined; nth = open.pop()) {
    const stage = stages[nth];
    if (!stage) continue;
    if (isAfter(stage.built.get(name))) return true;
    // At run time the setting is there again, wherever it comes from.
    if (isArgument && isAfter(stage.atRun.get(name))) return true;
    // A stage has an argument from before the first one only where it names it.
    if (!isGlobal && isAfter(stage.command)) return true;
    open.push(...stage.children);
  }
  return false;
}
