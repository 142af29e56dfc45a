import path from 'node:path';
import ts from 'typescript';

/** A text to type-check, under a name that no file on disk has: fake keys are never written anywhere. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Messages of the compiler by the path of the source, `unused` apart. */
export interface Verdict {
  readonly errors: readonly string[];
  readonly unused: readonly string[];
}

/** What has been parsed of the packages, to be shared by several compilations. */
export type Parsed = Map<string, ts.SourceFile | undefined>;

/** "is declared but its value is never read" and its relatives. */
const UNUSED = new Set([6133, 6138, 6192, 6196, 6198, 6199]);

const shared: ts.CompilerOptions = {
  strict: true,
  noUnusedLocals: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'],
  // Keeps `import` and `require` as they are, so that both kinds of module resolve as written.
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
};

/** Plain JavaScript is checked by its calls: nobody writes types for parameters or proves that a setting is there. */
const javascript: ts.CompilerOptions = {
  ...shared,
  allowJs: true,
  checkJs: true,
  strictNullChecks: false,
  noImplicitAny: false,
};

const isJavaScript = (name: string): boolean => /\.[cm]?jsx?$/.test(name);

/**
 * Type-checks sources that are in `folder`, next to its `node_modules`.
 * @param more stricter rules than usual
 * @param parsed what earlier compilations have parsed, which this one adds to
 */
export function compile(
  folder: string,
  sources: readonly Source[],
  more: ts.CompilerOptions = {},
  parsed: Parsed = new Map(),
): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const [options, group] of [
    [shared, sources.filter((source) => !isJavaScript(source.path))],
    [javascript, sources.filter((source) => isJavaScript(source.path))],
  ] as const) {
    for (const [name, verdict] of check(folder, { ...options, ...more }, group, parsed)) verdicts.set(name, verdict);
  }
  return verdicts;
}

function check(
  folder: string,
  options: ts.CompilerOptions,
  sources: readonly Source[],
  parsed: Parsed,
): Map<string, Verdict> {
  const texts = new Map(sources.map((source) => [path.posix.join(folder, source.path), source]));
  const folders = new Set([...texts.keys()].map((name) => path.posix.dirname(name)));
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    getCurrentDirectory: () => folder,
    directoryExists: (name) => folders.has(name) || (real.directoryExists?.(name) ?? true),
    fileExists: (name) => texts.has(name) || real.fileExists(name),
    readFile: (name) => texts.get(name)?.text ?? real.readFile(name),
    getSourceFile: (name, language, ...rest) => {
      const own = texts.get(name);
      if (own) return ts.createSourceFile(name, own.text, language);
      if (!parsed.has(name)) parsed.set(name, real.getSourceFile(name, language, ...rest));
      return parsed.get(name);
    },
  };
  const untyped = path.join(import.meta.dirname, 'untyped.d.ts');
  const program = ts.createProgram(
    [...texts.keys(), untyped],
    { ...options, typeRoots: [path.join(folder, 'node_modules/@types')] },
    host,
  );
  return new Map(
    [...texts].map(([name, source]) => {
      const file = program.getSourceFile(name);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      const say = (one: ts.Diagnostic): string => {
        const line = file && one.start !== undefined ? file.getLineAndCharacterOfPosition(one.start).line + 1 : 0;
        return `line ${line}: TS${one.code} ${ts.flattenDiagnosticMessageText(one.messageText, '\n    ')}`;
      };
      return [
        source.path,
        {
          errors: found.filter(({ code }) => !UNUSED.has(code)).map(say),
          unused: found
            .filter(({ code }) => UNUSED.has(code))
            .map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' ')),
        },
      ] as const;
    }),
  );
}
