import path from 'node:path';
import type { Expression } from './collect';

/**
 * The expressions that modules build when they are loaded, as they come out: tables of kinds, joined words. The global is watched
 * while they load; what libraries build for themselves does not count.
 */
export async function builtOnLoad(names: readonly string[]): Promise<readonly Expression[]> {
  const found: Expression[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args: [string | RegExp, string?], as) {
      const made = Reflect.construct(target, args, as) as RegExp;
      const place = /\/src\/([\w./-]+\.ts)/.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
      if (place !== undefined) found.push({ place: `${place}:built`, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const name of names) await import(/* @vite-ignore */ path.resolve('src', name));
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}
