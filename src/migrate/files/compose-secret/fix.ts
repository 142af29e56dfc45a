import { baseName, folderOf } from '../../../core/document';
import { editedOrNull } from '../../../core/edit';
import { say } from '../../../core/message';
import { dotenv } from '../../../formats/dotenv';
import type { Setting } from '../../../formats/format';
import { readSettings } from '../../../formats/index';
import { settingCovering, settingsOf } from '../../../formats/of-document';
import { keptIn, refused } from '../file-fix';
import type { Around, FileFix } from '../file-fix';

const COMPOSE = /^(?:docker-)?compose[\w.-]{0,100}\.ya?ml$/i;

const literal = ({ value }: Setting): string | null => (value.kind === 'literal' ? value.value.reveal() : null);

/** The file beside a compose file that gives a variable another value than the one it replaces; null where none does. */
async function otherValue(path: string, setting: Setting, around: Around): Promise<string | null> {
  const folder = folderOf(path);
  const file = folder === '' ? '.env' : `${folder}/.env`;
  const [found] = await around.read([file]);
  const declared = dotenv.read(found?.text ?? '')?.filter(({ name }) => name === setting.name) ?? [];
  return declared.some((one) => literal(one) !== literal(setting)) ? file : null;
}

/** The text of a value that reads the environment, in the quotes that were there; with `quoted`, in quotes anyhow. */
function reading(text: string, { valueSpan, name }: Setting, quoted: boolean): string {
  const quote = /^["']/.exec(text.slice(valueSpan.start, valueSpan.end))?.[0] ?? (quoted ? '"' : '');
  return `${quote}\${${name}}${quote}`;
}

/** The edit that leaves a file with the same settings, of which one reads the environment. */
async function editOf(path: string, text: string, setting: Setting, settings: readonly Setting[]) {
  if (/^[|>&!*]/.test(text.slice(setting.valueSpan.start))) return null;
  for (const quoted of [false, true]) {
    const edit = { span: setting.valueSpan, newText: reading(text, setting, quoted) };
    const after = await readSettings(path, editedOrNull(text, [edit]) ?? '');
    const own = after?.find(({ nameSpan }) => nameSpan.start === setting.nameSpan.start);
    const isRead = own?.value.kind === 'expression' && own.value.value.reveal() === `\${${setting.name}}`;
    if (isRead && after?.length === settings.length) return edit;
  }
  return null;
}

/** A secret in the environment of a container: Compose reads it from its own environment instead. */
export const composeSecret: FileFix = {
  id: 'compose-secret',
  rules: ['hardcoded/'],
  handles: (path) => COMPOSE.test(baseName(path)),
  async plan(document, span, around, rule) {
    const { path, text } = document;
    const settings = await settingsOf(document);
    if (!settings) return refused('file-not-read');
    const setting = settingCovering(settings, span);
    if (!setting || literal(setting) === null || !/^[A-Za-z_]\w{0,200}$/.test(setting.name)) return null;
    const { name } = setting;
    const same = settings.filter((one) => one.name === name && one.value.kind === 'literal');
    if (same.some((one) => literal(one) !== literal(setting))) return refused('compose-two-values', { name });
    const file = await otherValue(path, setting, around);
    if (file !== null) return refused('compose-name-set', { name, file });
    const edit = await editOf(path, text, setting, settings);
    if (!edit) return refused('file-not-read');
    return {
      kind: 'change',
      title: say('Read {name} from the environment of Compose', { name }),
      service: null,
      fix: 'setting',
      edits: [edit],
      work: keptIn(rule, name),
      steps: [
        {
          id: `local:compose:${name}`,
          kind: 'local',
          title: say('Give {name} to Compose on each machine', { name }),
          text: [
            say(
              'Compose reads it from the environment, or from the file .env beside {file}, which git must ignore. Without it, the container gets an empty value.',
              { file: path },
            ),
          ],
          code: null,
        },
      ],
    };
  },
};
