/** Line and block comments as nothing; strings stay whole, so that `"https://..."` is none. */
const uncommented = (text: string): string =>
  text.replace(/("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g, '$1');

const quoted = (list: string): string[] => [...list.matchAll(/["']([^"'\n]{1,300})["']/g)].map(([, one = '']) => one);

/** `:data:store` as the folder that it has unless a build says otherwise. */
const folderOfProject = (path: string): string => path.replace(/^:/, '').replaceAll(':', '/');

/** The projects that a `settings.gradle` or `settings.gradle.kts` includes, as `:a:b`, with their folders from the root on. */
export function readGradleSettings(text: string): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const code = uncommented(text);
  for (const [, list = ''] of code.matchAll(
    /\binclude\b[ \t]{0,20}\(?((?:\s{0,99}["'][^"'\n]{0,300}["']\s{0,99},?){1,400})/g,
  ))
    for (const project of quoted(list)) folders.set(`:${project.replace(/^:/, '')}`, folderOfProject(project));
  for (const [, project = '', folder = ''] of code.matchAll(
    /\bproject\s{0,20}\(\s{0,20}["']([^"'\n]{1,300})["']\s{0,20}\)\.projectDir[^"'\n]{0,100}["']([^"'\n]{1,300})["']/g,
  ))
    folders.set(project, folder);
  return folders;
}

export interface GradleProject {
  /** `group:artifact` of libraries and the ids of plug-ins. */
  readonly dependencies: readonly string[];
  /** Other projects of the build, as `:a:b`. */
  readonly references: readonly string[];
}

/** A `build.gradle` or `build.gradle.kts`, as far as its text says without running it. */
export function readGradleBuild(text: string): GradleProject {
  const code = uncommented(text);
  const libraries = quoted(code).flatMap((one) => /^([\w.-]+:[\w.-]+)(?::|$)/.exec(one)?.[1] ?? []);
  const plugins = [...code.matchAll(/\b(?:id|apply plugin:?)\b[ \t(]{0,20}["']([\w.-]{1,200})["']/g)].map(
    ([, id = '']) => id,
  );
  const references = [
    ...code.matchAll(/\bproject\s{0,20}\(\s{0,20}(?:path\s{0,9}[:=]\s{0,9})?["'](:[\w:.-]{1,300})["']/g),
  ].map(([, path = '']) => path);
  return { dependencies: [...libraries, ...plugins], references };
}
