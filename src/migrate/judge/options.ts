import { coverOf } from '../../core/cover';
import { sourcesOf } from '../../languages/trace';
import type { Trace } from '../../languages/trace';
import type { Use } from '../uses';
import { because } from './context';
import type { GroupJudge } from './context';
import { needsOnlyCredential } from './dropped-key';
import { takenBy } from './taken';

/**
 * A key of options that the rewritten code does without: its endpoint is an argument of its own already. Where a local
 * emulator takes only keys, the settings have to tell that none is used, and here nobody knows which setting it is.
 */
export const onlyDropsKey = (use: Use, { setting, behind: through }: Trace): boolean =>
  setting?.property === true && through === null && needsOnlyCredential(use) && !EMULATED.test(use.service.id);

const EMULATED = /^(?:cosmos|storage|datalake)/;

/** A property of options that the file also reads elsewhere, or options that say whether an identity is used. */
export const optionsReadElsewhere: GroupJudge = ({ uses }, { file }) => {
  const taken = coverOf(uses.flatMap(takenBy));
  for (const use of uses) {
    for (const { setting, leaf } of sourcesOf(use.trace)) {
      if (!setting?.property || leaf.kind !== 'member') continue;
      const holder = holderOf(file.text.slice(leaf.object.start, leaf.object.end));
      const isRead = (property: string): boolean =>
        [...file.text.matchAll(new RegExp(`[?!]{0,2}\\.(?:${property})\\b`, 'g'))].some(
          ({ index: end }) =>
            !taken.covers({ start: end, end }) &&
            holderOf(lastMembers(file.text.slice(Math.max(0, end - LONGEST), end))) === holder,
        );
      if (isRead(CHOICE)) return because('dual-path', use);
      if (isRead(setting.name)) return because('secret-from-options', use);
    }
  }
  return null;
};

/** Properties that say how to authenticate. */
const CHOICE =
  '(?:Use|Is|Enable)\\w{0,40}(?:Identity|Credentials?|Aad|Entra\\w{0,9})(?:Auth\\w{0,20})?|Auth(?:entication)?(?:Type|Method|Mode|Kind)?|CredentialType';

/** Characters before a property in which the name of what holds it is looked for. */
const LONGEST = 200;

const lastMembers = (text: string): string => text.split(/[^\w.?!]/).at(-1) ?? '';

/** `options` of `this._options.Value`: fields, parameters and what is taken out of them are mostly called alike. */
const holderOf = (object: string): string =>
  (
    object
      .replace(/[!?\s]/g, '')
      .replace(/\.(?:Value|CurrentValue)$/, '')
      .split('.')
      .at(-1) ?? ''
  )
    .replace(/^_/, '')
    .toLowerCase();
