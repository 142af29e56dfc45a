import { placedAt } from './runtime';
import type { RuntimeClues, Runtime } from './runtime';

/** Frameworks that run code on both sides: where a file is decides. `null` from `place` is "could be either". */
interface Framework {
  readonly packages: readonly string[];
  place(place: RuntimeClues): Runtime | null;
}

const next = (kind: 'server' | 'edge' | 'browser', pattern: string): Runtime => placedAt(kind, pattern, 'Next.js');

const FRAMEWORKS: readonly Framework[] = [
  {
    packages: ['next'],
    place({ relative }) {
      if (/^(?:src\/)?middleware\.[jt]s$/.test(relative)) return next('edge', 'middleware.ts');
      if (/^(?:src\/)?(?:proxy|instrumentation)\.[jt]s$/.test(relative)) return next('server', 'instrumentation.ts');
      if (/^(?:src\/)?pages\/api\//.test(relative)) return next('server', 'pages/api');
      if (/^(?:src\/)?app\/(?:.*\/)?route\.[jt]s$/.test(relative)) return next('server', 'app/**/route.ts');
      if (/^(?:src\/)?app\/(?:.{0,200}\/)?(?:page|layout|template|default)\.[jt]sx?$/.test(relative))
        return next('server', 'app/**/page.tsx');
      return null;
    },
  },
  {
    packages: ['nuxt', 'nuxt3', '@nuxt/core'],
    place({ relative }) {
      if (/^(?:src\/)?server\/|\.server\.[cm]?[jt]s$/.test(relative)) return placedAt('server', 'server/', 'Nuxt');
      if (/\.client\.[cm]?[jt]s$/.test(relative)) return placedAt('browser', '*.client.ts', 'Nuxt');
      if (/^(?:src\/|app\/)?(?:pages|components|composables|layouts|stores?|plugins|app\.vue$)/.test(relative))
        return placedAt('browser', 'pages/', 'Nuxt');
      return null;
    },
  },
  {
    packages: ['@sveltejs/kit'],
    place({ relative, name }) {
      if (/\.server\.[jt]s$|^\+server\.[jt]s$/.test(name) || /(?:^|\/)lib\/server\//.test(relative))
        return placedAt('server', '+server.ts', 'SvelteKit');
      if (/\.svelte$|^\+(?:page|layout)\.[jt]s$/.test(name)) return placedAt('browser', '+page.svelte', 'SvelteKit');
      return null;
    },
  },
  {
    packages: [
      '@remix-run/node',
      '@remix-run/react',
      '@react-router/node',
      '@react-router/dev',
      '@tanstack/react-start',
    ],
    place({ name }) {
      if (/\.server\.[jt]sx?$/.test(name)) return placedAt('server', '*.server.ts', 'Remix');
      return /\.client\.[jt]sx?$/.test(name) ? placedAt('browser', '*.client.ts', 'Remix') : null;
    },
  },
  {
    packages: ['astro'],
    place: ({ relative }) =>
      /^src\/(?:pages|actions|middleware)[/.].{0,200}[jt]s$|\.astro$/.test(relative)
        ? placedAt('server', 'src/pages', 'Astro')
        : null,
  },
  {
    packages: ['@angular/ssr', '@nguniversal/express-engine', '@angular/platform-server'],
    place: ({ name, relative }) =>
      /^server\.ts$|\.server\.ts$/.test(name) || /^(?:src\/)?server\//.test(relative)
        ? placedAt('server', 'server.ts', 'Angular')
        : null,
  },
];

/** What a framework with two sides says of a file: a place, `either` where it may be both, or null where there is none. */
export function frameworkTells(place: RuntimeClues): Runtime | 'either' | null {
  const { project } = place;
  const own = FRAMEWORKS.filter(({ packages }) => packages.some((name) => project?.dependencies.has(name)));
  for (const framework of own) {
    const found = framework.place(place);
    if (found) return found;
  }
  // Angular's server renders what the browser runs as well.
  return own.some(({ packages }) => !packages.includes('@angular/ssr')) ? 'either' : null;
}
