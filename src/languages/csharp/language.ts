import type { Tree } from 'web-tree-sitter';
import type { ProjectFile } from '../../core/files';
import { remembered } from '../../core/remember';
import { noProject } from '../base/plain';
import { DEPTH_OF_TREES, isNestedTooDeep, TooDeep } from '../base/nesting';
import type { Language, Parser } from '../contract/language';
import { IDENTITY } from './choice';
import { companions } from './companions';
import { classesOf } from './constants';
import type { Classes } from './constants';
import { fileOf } from './file';
import type { CSharpFile } from './file';
import { dialect } from './dialect';
import { wordOf } from './find';
import { projectFiles } from '../../manifests/project-files';
import { codeOfPage, isPage } from './page';
import { globalUsingsOf } from './project-file';
import { field, parts, unwrapGlobal } from './syntax';
import { declaredTypes } from './scope/declared-types';
import type { DeclaredType } from './scope/declared-types';
import { namespaceOf } from './scope/known-namespaces';
import { projectNullable } from './scope/nullable';
import { viewsOf } from './view';
import { writerOf } from './write';

/** What a pattern is in while it is parsed: an expression may not be a statement by itself. */
const FRAME = '_=';

/** C#, over the tree-sitter grammar. */
export const csharp: Language = {
  id: 'csharp',
  identityPackage: IDENTITY,
  manifest: projectFiles,
  dialect,
  globalNamespaces: globalUsingsOf,
  handles: (path, languageId) =>
    isPage(path, languageId) || (languageId === undefined ? /\.cs$/i.test(path) : languageId === 'csharp'),
  companions,
  async load(): Promise<Parser> {
    const [{ parserFor }, { grammar }] = await Promise.all([import('../tree-sitter/runtime'), import('./grammar')]);
    const parseLines = await parserFor(grammar);
    // The grammar ends no directive and no string at a line end of old Macs, as C# does.
    const parse = (text: string): Tree => parseLines(text.replace(/\r(?!\n)/g, '\n'));
    // Files of this parser are its own: the cast is checked by the only way to get one.
    const made = new WeakMap<object, CSharpFile>();
    // What patterns call: all that a file has to be searched for.
    const words = new Set<string>();
    // One text of a project is asked for again and again.
    const types = new WeakMap<ProjectFile, readonly DeclaredType[]>();
    const typesOf = (file: ProjectFile): readonly DeclaredType[] => {
      const known = types.get(file);
      if (known) return known;
      const tree = isNestedTooDeep(file.text) ? null : parse(file.text);
      const found = tree ? declaredTypes(tree.rootNode) : [];
      tree?.delete();
      types.set(file, found);
      return found;
    };
    const writer = remembered(writerOf);
    const state = { isLost: false };
    return {
      get isLost() {
        return state.isLost;
      },
      lose() {
        state.isLost = true;
      },
      parse(text, path, project = noProject) {
        const { files } = project;
        const shared = {
          globals: globalUsingsOf(files, path),
          nullable: projectNullable(files, path),
          types: project.types.filter((one) => one.path !== path).flatMap(typesOf),
        };
        const trees: Tree[] = [];
        const release = (): void => {
          for (const tree of trees.splice(0)) if (!state.isLost) tree.delete();
        };
        const read = (code: string, at: string, unread: ReadonlySet<string>): CSharpFile => {
          if (isNestedTooDeep(code, DEPTH_OF_TREES)) throw new TooDeep();
          const embedded = isPage(at);
          const own = embedded ? codeOfPage(code, at) : code;
          const tree = parse(own);
          trees.push(tree);
          const around = { ...shared, home: { path: at, classes, release }, unread, embedded };
          const file = fileOf(own, tree.rootNode, words, around);
          made.set(file, file);
          return file;
        };
        const classes: Classes = classesOf(files, (at, code) =>
          isNestedTooDeep(code, DEPTH_OF_TREES) ? null : read(code, at, noProject.unread),
        );
        try {
          return read(text, path, project.unread);
        } catch (error) {
          release();
          throw error;
        }
      },
      writer(file) {
        const own = made.get(file);
        if (!own) throw new RangeError('this file was parsed by another language');
        return writer(own);
      },
      moduleOf: namespaceOf,
      parsePattern(text) {
        // A rest's dots are no C#; their place stays, so that offsets do.
        const { rootNode } = parse(`${FRAME}${text.replace(/\.\.\.(?=R__)/g, '   ')};`);
        const [statement] = parts(rootNode).map(unwrapGlobal);
        const assignment = statement && parts(statement)[0];
        const expression = assignment && field(assignment, 'right');
        if (rootNode.hasError || statement?.type !== 'expression_statement' || !expression)
          throw new SyntaxError(`not an expression: ${text}`);
        const pattern = viewsOf(new Set(), FRAME.length).view(expression);
        const word = wordOf(pattern);
        if (word !== null) words.add(word);
        return pattern;
      },
    };
  },
};
