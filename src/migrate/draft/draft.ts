import type { Refusal } from '../../core/finding';
import type { CredentialChoice } from '../../languages/contract/credential';
import type { CodeFile } from '../../languages/contract/file';
import type { Parser } from '../../languages/contract/language';
import type { CodeWriter } from '../../languages/contract/writer';
import type { Analysis } from '../analysis';
import type { UseGroup } from '../uses';
import { callsBeside } from './extra-calls';
import { credential } from './credential';
import { credentialTypes } from './credential-types';
import { declarations } from './declarations';
import { guards } from './guards';
import { importedNames, importedVariables } from './imported-names';
import { imports } from './imports';
import { joinedEdits } from './join-edits';
import { emptyDraft } from './model';
import type { Draft } from './model';
import { otherFiles } from './other-files';
import { inTurn } from './pass';
import type { DraftContext, Pass, Readers } from './pass';
import { parameters } from './parameters';
import { settingTests } from './setting-tests';
import { settings } from './settings';
import { unread } from './unread';
import { uses } from './uses';

/** In this order: each pass looks at what those before it have drafted. */
const PASSES: readonly Pass[] = [
  credential,
  uses,
  credentialTypes,
  callsBeside,
  importedVariables,
  unread,
  importedNames,
  declarations,
  parameters,
  guards,
  settingTests,
  imports,
  joinedEdits,
  otherFiles,
  settings,
];

/** For a scan, which does not ask for the files around: a secret that another file holds stays there. */
const unknownReaders: Readers = { path: '', files: [], complete: false };

/**
 * Rewrites every use of one secret in a file, its guards, its variable and the imports, and the constant of another file
 * that the secret comes from.
 */
export function draftOf(
  { uses: all, unused }: UseGroup,
  { file, parser, language }: Pick<Analysis, 'file' | 'parser' | 'language'>,
  choice: CredentialChoice,
  readers: Readers = unknownReaders,
): Draft | Refusal {
  const writerOf = writersOf(parser);
  const context: DraftContext = {
    file,
    writer: writerOf(file),
    uses: all,
    unused,
    language,
    choice,
    readers,
    writerOf,
  };
  return inTurn(PASSES, emptyDraft, (draft, pass) => pass(draft, context));
}

/** One writer for each file: it reads the style of the whole file. */
function writersOf(parser: Parser): (file: CodeFile) => CodeWriter {
  const writers = new Map<CodeFile, CodeWriter>();
  return (file) => {
    const writer = writers.get(file) ?? rememberingNames(parser.writer(file));
    writers.set(file, writer);
    return writer;
  };
}

/** The imports of a file are searched once for each export, however many uses name it. */
function rememberingNames(writer: CodeWriter): CodeWriter {
  const names = new Map<string, string | null>();
  return {
    ...writer,
    local(entity, at) {
      const key = JSON.stringify([entity.distribution, entity.module, entity.path, at]);
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = writer.local(entity, at);
      names.set(key, name);
      return name;
    },
  };
}
