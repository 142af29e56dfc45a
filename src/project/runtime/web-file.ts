import { SPACE } from '../../core/units';
import { contains, placedAt } from './runtime';
import type { RuntimeClues, Runtime } from './runtime';

/** `'use client'` and the like: the text of the first statement when it is a plain string, or null. */
export function directiveOf(text: string): string | null {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= SPACE) at++;
    if (text.startsWith('//', at)) at = endOf(text, '\n', at);
    else if (text.startsWith('/*', at)) at = endOf(text, '*/', at);
    else break;
  }
  return /^(['"])([\w ]{1,40})\1/.exec(text.slice(at, at + 60))?.[2] ?? null;
}

const endOf = (text: string, end: string, from: number): number => {
  const found = text.indexOf(end, from + end.length);
  return found < 0 ? text.length : found + end.length;
};

const EDGE = /\bruntime\s{0,5}[:=]\s{0,5}['"](?:experimental-)?edge['"]/;
const NODE = /\bruntime\s{0,5}[:=]\s{0,5}['"]nodejs['"]/;
/** The lines where a route says how it runs: `export const runtime = ...` and the object `config`. */
const ROUTE = /^[ \t]{0,20}export\s{1,5}const\s{1,5}(?:runtime\b[^\n]{0,100}|config\b[^;]{0,400})/gm;

/** What a module says of itself. */
export function declaredIn({ text, name }: RuntimeClues): Runtime | null {
  const directive = directiveOf(text);
  if (directive === 'use client') return contains('browser', name, "'use client'");
  for (const [statement] of text.matchAll(ROUTE)) {
    if (EDGE.test(statement)) return contains('edge', name, "runtime = 'edge'");
    if (NODE.test(statement)) return contains('server', name, "runtime = 'nodejs'");
  }
  return directive === 'use server' ? contains('server', name, "'use server'") : null;
}

const SERVER_MODULES =
  /(?:\bfrom\s{0,5}|\brequire\(\s{0,5}|\bimport\s{0,5}\(?\s{0,5})['"]((?:node:(?!test\b)[\w/]{1,30}|fs|fs\/promises|http|https|http2|net|tls|os|dns|dgram|child_process|cluster|worker_threads|express|fastify|koa|@nestjs\/(?:core|common)|@hapi\/hapi|restify|server-only))['"]/;
const VIEW_MODULES =
  /(?:\bfrom\s{0,5}|\brequire\(\s{0,5})['"](react|react-dom(?:\/client)?|vue|svelte|preact(?:\/hooks)?|solid-js|@angular\/(?:core|common)|lit|client-only)['"]/;

/** What the imports of a module tell: only servers have a file system, only views render. */
export function importsTell({ text, name }: RuntimeClues): Runtime | null {
  const functions = /(?:\bfrom\s{0,5}|\brequire\(\s{0,5})['"]@azure\/functions['"]/.exec(text);
  if (functions) return contains('function', name, '@azure/functions');
  const server = SERVER_MODULES.exec(text)?.[1];
  return server === undefined ? null : contains('server', name, server);
}

export function viewsTell({ text, name }: RuntimeClues): Runtime | null {
  const view = VIEW_MODULES.exec(text)?.[1];
  return view === undefined ? null : contains('browser', name, view);
}

const CONFIGS =
  /^(?:vite|vitest|webpack|rollup|rspack|esbuild|next|nuxt|astro|svelte|tailwind|postcss|babel|jest|playwright|cypress|karma|protractor|metro|app|eslint|prettier|drizzle|knexfile|ecosystem|gulpfile|gruntfile)(?:\.[\w-]{1,100})?\.config\.[cm]?[jt]s$|^(?:gulpfile|gruntfile|knexfile)(?:\.\w{1,100})?\.[cm]?[jt]s$|^\.\w{1,100}rc\.[cm]?js$/i;

/** Where a file is in its project says more than what the project is made of. `app.config.ts` of a source folder is no tool's. */
export function placeTells({ relative, name }: RuntimeClues): Runtime | null {
  const isSource = /^src\//.test(relative);
  if (CONFIGS.test(name) && !(isSource && /^app\./.test(name))) return placedAt('server', name, 'Node.js');
  const tool = /^(?:scripts?|tools?|tasks|bin)\//.exec(relative)?.[0];
  if (tool !== undefined) return placedAt('server', tool, 'Node.js');
  const server = /^(?:src\/)?(?:server|backend)\/|^(?:api|functions|netlify\/functions|server\.[cm]?[jt]s$)/.exec(
    relative,
  );
  if (server && /\/|^server\./.test(relative)) return placedAt('server', server[0], 'Node.js');
  const served = /(?:^|\/)(?:public|wwwroot|static)\//.exec(relative)?.[0];
  if (served !== undefined) return placedAt('browser', served.replace(/^\//, ''), 'the browser');
  return null;
}

const clientFolder = /(?:^|\/)(?:client|frontend|web|ui|components)\//;

/** Folders that views are kept in, for projects that have both halves. */
export const isViewPlace = ({ relative, name }: RuntimeClues): boolean =>
  clientFolder.test(relative) || /\.(?:vue|svelte|jsx|tsx)$/.test(name);
