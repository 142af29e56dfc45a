import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import { noProject, plainLanguage, plainParser } from '../base/plain';
import type { Language, Parser } from '../contract/language';
import { isComponent, scriptOf } from './component';
import { IDENTITY } from './credential';
import { dialect } from './dialect';
import { fileOf } from './file';
import type { TypeScriptFile } from './file';
import { packageJson } from '../../manifests/package-json';
import { modulesOf } from './modules';
import type { Modules } from './modules';
import { writerOf } from './write';

const EXTENSIONS = /\.(?:[cm]?[jt]s|[jt]sx)$/i;
const IDS = new Set(['typescript', 'typescriptreact', 'javascript', 'javascriptreact']);

/** TypeScript and JavaScript, over the typescript-eslint parser. */
export const typescript: Language = {
  id: 'typescript',
  identityPackage: IDENTITY,
  ...plainLanguage,
  manifest: packageJson,
  dialect,
  handles: (path, languageId) =>
    isComponent(path, languageId) || (languageId === undefined ? EXTENSIONS.test(path) : IDS.has(languageId)),
  async load(): Promise<Parser> {
    const { createParse } = await import('./parse');
    const [parse, parseAside, parseOther] = [createParse(), createParse(), createParse()];
    // Files of this parser are its own: the cast is checked by the only way to get one.
    const made = new WeakMap<object, TypeScriptFile>();
    const writer = remembered(writerOf);
    const remember = (file: TypeScriptFile): TypeScriptFile => {
      made.set(file, file);
      return file;
    };
    return {
      ...plainParser,
      parse(text, path, project = noProject) {
        const modules: Modules = modulesOf(project.files, (other, code) =>
          remember(fileOf(code, other, parseOther(code, other), modules)),
        );
        const script = isComponent(path) ? scriptOf(text, path) : null;
        const code = script ?? { text, path };
        const parsed = parse(code.text, code.path);
        return remember(fileOf(code.text, path, parsed, modules, project.unread, script !== null));
      },
      writer(file) {
        const own = made.get(file);
        if (!own) throw new RangeError('this file was parsed by another language');
        return writer(own);
      },
      parsePattern(text) {
        const code = `${text};`;
        const file = remember(fileOf(code, 'pattern.ts', parseAside(code, 'pattern.ts')));
        const [statement] = file.tree.ast.body;
        if (statement?.type !== AST_NODE_TYPES.ExpressionStatement) throw new SyntaxError(`not an expression: ${text}`);
        return file.views.view(statement.expression);
      },
    };
  },
};
