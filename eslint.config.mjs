import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of src/ and which others each may look into. Arrows run one way: see ARCHITECTURE.md. */
const ARROWS = {
  core: [],
  detect: ['core'],
  services: ['core', 'detect'],
  steps: ['core', 'detect', 'services'],
  formats: ['core', 'detect', 'services'],
  manifests: ['core', 'detect', 'services', 'formats', 'steps'],
  languages: ['core', 'detect', 'services', 'formats', 'manifests', 'steps'],
  project: ['core', 'detect', 'services', 'formats', 'manifests', 'languages', 'steps'],
  migrate: ['core', 'detect', 'services', 'formats', 'manifests', 'languages', 'project', 'steps'],
  guide: ['core', 'detect', 'services', 'formats', 'manifests', 'languages', 'project', 'steps'],
  engine: ['core', 'detect', 'services', 'formats', 'manifests', 'languages', 'project', 'steps', 'migrate', 'guide'],
  session: ['core', 'project', 'engine'],
  cli: ['core', 'project', 'engine', 'session'],
  editor: ['core', 'project', 'engine', 'session'],
  'secretlint-rule': ['core', 'project', 'engine', 'session'],
};
/** Pure functions over text: they run in Node, in a browser's worker and in a test alike. */
const ENGINE = [
  'core',
  'detect',
  'services',
  'steps',
  'formats',
  'manifests',
  'languages',
  'project',
  'migrate',
  'guide',
  'engine',
];
/** What every face of an editor shares is pure, too. */
const PURE = [...ENGINE, 'session'];
/** The faces render guidance as they need it; whatever else lies behind the engine, they know by its types only. */
const RENDERERS = '(?!guide/(?:render-\\w+|terminal)$)';

const NOT_PURE = [
  {
    regex: `^(?:node:.*|(?:${builtinModules.join('|')})(?:/.*)?|vscode)$`,
    message: 'The engine imports neither vscode nor Node: it is pure.',
  },
];

const SRC_SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  {
    selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind=/^(let|var)$/]',
    message: 'No mutable state at module level.',
  },
];

/** The same imports are refused in `import ... from` and in `import()`, which eslint's own rule does not look at. */
const refused = (patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
  'no-restricted-syntax': [
    'error',
    ...SRC_SYNTAX,
    ...patterns.map(({ regex, message }) => ({
      selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
      message,
    })),
  ],
});

function arrowsOf(room) {
  const engineRoom = ENGINE.includes(room);
  const forbidden = Object.keys(ARROWS).filter((other) => other !== room && !ARROWS[room].includes(other));
  const arrow = {
    regex: `^(?:\\.\\./)+${engineRoom ? '' : RENDERERS}(?:${forbidden.join('|')})(?:/|$)`,
    message: `${room} looks into ${[...ARROWS[room], 'itself'].join(', ')} only: arrows run one way.`,
    allowTypeImports: !engineRoom,
  };
  const vscode = { regex: '^vscode$', message: 'Only the editor knows VS Code.' };
  return {
    files: [`src/${room}/**/*.ts`],
    // Declarations describe other people's code, and a page's script is its page's state.
    ignores: ['**/*.d.ts', 'src/editor/webview/**'],
    rules: refused([arrow, ...(PURE.includes(room) ? NOT_PURE : room === 'editor' ? [] : [vscode])]),
  };
}

const PURE_GLOBALS = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'console', 'setImmediate'];

export default defineConfig(
  globalIgnores([
    'dist/',
    'demo/',
    '.demo/',
    '.vscode-test/',
    '.sdk-test/',
    'test-results/',
    'coverage/',
    'src/services/*/examples/',
    'test/*/*.page.js',
  ]),
  eslint.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // Numbers print as everybody expects; objects, nulls and the like do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void promise` and callbacks that return what they call are this code's way.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `${'one'}${'two'}` is how a literal stays free of key-shaped text.
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
    },
  },
  {
    // The node types of typescript-eslint are enums of their own names; the code compares with the names.
    files: ['src/languages/typescript/**/*.ts', 'test/languages/typescript/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    // VS Code declares its interfaces as classes; any object with their members will do.
    files: ['src/editor/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  ...Object.keys(ARROWS).map(arrowsOf),
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...PURE_GLOBALS.map((name) => ({ name, message: 'The engine is pure: no Node, no output.' })),
      ],
    },
  },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Stand-ins for what VS Code offers, and output that must be free of colours.
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    // Not typed, but known well enough to see a forgotten `await`.
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { project: './scripts/tsconfig.json', tsconfigRootDir: import.meta.dirname },
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
);
