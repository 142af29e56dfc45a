// `import text from './before.ts?raw'`: a file as text, as Vite has it. The examples of services are such files.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** For esbuild; Vite, and so vitest, needs no plug-in for it. */
export const raw = {
  name: 'raw',
  setup(run) {
    run.onResolve({ filter: /\?raw$/ }, ({ path: specifier, resolveDir }) => ({
      path: path.resolve(resolveDir, specifier.slice(0, -'?raw'.length)),
      namespace: 'raw',
    }));
    run.onLoad({ filter: /./, namespace: 'raw' }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8'),
      loader: 'text',
      watchFiles: [file],
    }));
  },
};
