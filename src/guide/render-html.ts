import type { Message } from '../core/message';
import { english, say } from '../core/message';
import { codeText } from '../core/shell';
import type { Step } from '../core/step';
import type { Guidance } from './guidance';
import { pieces } from '../steps/placeholders';
import { isCommand } from './terminal';
import { identityName, roleUse, supportName } from './words';

type Translate = (message: Message) => string;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);

/** For ids of elements: letters, digits and hyphens only. */
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Lines break at spaces: an option that is cut after its hyphens cannot be read. */
const options = (text: string): string => text.replace(/(^|\s)(--[a-z][a-z-]*)/g, '$1<span class="option">$2</span>');

const code = (text: string): string =>
  pieces(text)
    .map(({ text: piece, place }) =>
      place ? `<span class="place">${escapeHtml(piece)}</span>` : options(escapeHtml(piece)),
    )
    .join('');

/** A command with its buttons: `data-copy` and `data-terminal` hold the id of the step. */
export function codeBlock(
  step: Pick<Step, 'id' | 'code'>,
  title: string,
  buttons: boolean,
  t: Translate,
  id = slug(step.id),
): string {
  if (step.code === null) return '';
  const data = escapeHtml(step.id);
  const actions = [
    `<button type="button" id="copy-${id}" data-copy="${data}" aria-label="${escapeHtml(t(say('Copy: {title}', { title })))}">${escapeHtml(t(say('Copy')))}</button>`,
    ...(isCommand(step.code)
      ? [
          `<button type="button" id="terminal-${id}" data-terminal="${data}" aria-label="${escapeHtml(t(say('Insert in terminal, without running it: {title}', { title })))}">${escapeHtml(t(say('Insert in terminal')))}</button>`,
        ]
      : []),
  ].join('');
  return `<figure><pre><code>${code(codeText(step.code, t))}</code></pre>${buttons ? `<div class="actions">${actions}</div>` : ''}</figure>`;
}

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

const section = (id: string, title: string, body: string): string =>
  `<section aria-labelledby="h-${id}"><h2 id="h-${id}">${escapeHtml(title)}</h2>${body}</section>`;

/** Longer reading, closed at first where a script can open it again after a refresh. */
const more = (id: string, title: string, body: string, folded: boolean): string =>
  folded
    ? `<details id="more-${id}"><summary><h2>${escapeHtml(title)}</h2></summary>${body}</details>`
    : section(id, title, body);

function rolesHtml({ roles }: Guidance, buttons: boolean, t: Translate): string {
  const items = roles.map(({ role, use, chosen }, at) => {
    const copy =
      buttons && role.id !== ''
        ? ` <button type="button" id="copy-role-${at}" data-copy-role="${at}" aria-label="${escapeHtml(t(say('Copy the id of {role}', { role: role.name })))}">${escapeHtml(t(say('Copy')))}</button>`
        : '';
    return [
      `<dt>${escapeHtml(role.name)}${chosen ? ` <span class="mark">${escapeHtml(t(say('granted below')))}</span>` : ''}</dt>`,
      `<dd>${escapeHtml(t(roleUse[use]))}: ${escapeHtml(t(say(role.allows)))}</dd>`,
      ...(role.id === '' ? [] : [`<dd><code>${escapeHtml(role.id)}</code>${copy}</dd>`]),
    ].join('');
  });
  const [first = '', ...others] = items;
  if (!buttons || others.length === 0) return `<dl>${items.join('')}</dl>`;
  return `<dl>${first}</dl><details id="more-roles"><summary>${escapeHtml(t(say('Other roles ({count})', { count: others.length })))}</summary><dl>${others.join('')}</dl></details>`;
}

const tick = (step: Step, id: string, title: string, ticked: boolean, t: Translate): string =>
  `<label class="tick"><input type="checkbox" id="tick-${id}" data-tick="${escapeHtml(step.id)}"${ticked ? ' checked' : ''} aria-label="${escapeHtml(t(say('Done: {title}', { title })))}">${escapeHtml(t(say('Done')))}</label>`;

/** The steps as items of a list. Two ids may look alike once they are ids of elements: the second has its place in it. */
function stepItems(
  steps: readonly Step[],
  buttons: boolean,
  done: readonly string[] | undefined,
  t: Translate,
): string[] {
  const slugs = steps.map(({ id }) => slug(id));
  return steps.map((step, at) => {
    const one = slugs[at] ?? '';
    const id = slugs.indexOf(one) === at ? one : `${one}-${at}`;
    const title = t(step.title);
    const text = step.text.length === 0 ? '' : `<p>${escapeHtml(step.text.map(t).join(' '))}</p>`;
    const box = done === undefined ? '' : tick(step, id, title, done.includes(step.id), t);
    return `<li id="step-${id}"><h3>${escapeHtml(title)}</h3>${text}${codeBlock(step, `${at + 1}. ${title}`, buttons, t, id)}${box}</li>`;
  });
}

/** How far the person has come. */
export const progress = ({ steps }: Guidance, done: readonly string[]): Message =>
  say('{done} of {all} steps done', { done: steps.filter(({ id }) => done.includes(id)).length, all: steps.length });

const progressHtml = (guidance: Guidance, done: readonly string[], t: Translate): string => {
  const count = guidance.steps.filter(({ id }) => done.includes(id)).length;
  return `<p id="progress">${escapeHtml(t(progress(guidance, done)))}</p><progress id="bar" aria-labelledby="progress" max="${Math.max(1, guidance.steps.length)}" value="${count}"></progress>`;
};

/**
 * The guidance as the body of a page: no scripts, no styles, everything escaped. `buttons` adds copy and terminal buttons
 * (`data-copy`, `data-terminal` hold the id of the step; `data-copy-role` the place of the role) and folds the longer lists.
 * `done` adds a box to tick to each step (`data-tick`), ticked for the ids it holds.
 * `decision` is HTML of `render-decision`, `change` of `render-change`, `places` of `render-places`, `organisation` of `render-governance`.
 */
export function renderHtml(
  guidance: Guidance,
  translate: Translate = english,
  {
    buttons = true,
    done,
    decision,
    change,
    places,
    organisation,
    left = false,
  }: {
    readonly buttons?: boolean;
    readonly done?: readonly string[];
    readonly decision?: string;
    readonly change?: string;
    readonly places?: string;
    readonly organisation?: string;
    /** The steps are those that a migration has left: they come first. */
    readonly left?: boolean;
  } = {},
): string {
  const t = translate;
  const { identity, roles } = guidance;
  const steps = section(
    'steps',
    left ? t(say('Left to do by hand')) : t(say('Steps')),
    `${done === undefined ? '' : progressHtml(guidance, done, t)}<ol>${stepItems(guidance.steps, buttons, done, t).join('')}</ol>`,
  );
  const links = guidance.links
    .filter(({ url }) => url.startsWith('https://'))
    .map(({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`);
  return [
    `<header><h1>${escapeHtml(guidance.title)}</h1><p class="support support-${guidance.support}">${escapeHtml(t(supportName[guidance.support]))}</p><p>${escapeHtml(guidance.summary)}</p></header>`,
    change ?? '',
    left ? steps : '',
    places ?? '',
    guidance.why === null ? '' : section('why', t(say('Why it matters')), `<p>${escapeHtml(guidance.why)}</p>`),
    section(
      'identity',
      t(say('Which identity')),
      `<p><strong>${escapeHtml(t(identityName[identity.choice]))}</strong></p>${list(identity.reasons)}`,
    ),
    decision === undefined ? '' : more('decision', t(say('Is this the right way?')), decision, buttons),
    roles.length === 0 ? '' : section('roles', t(say('Roles')), rolesHtml(guidance, buttons, t)),
    left ? '' : steps,
    guidance.pitfalls.length === 0 ? '' : more('pitfalls', t(say('Pitfalls')), list(guidance.pitfalls), buttons),
    guidance.limits.length === 0 ? '' : more('limits', t(say('Limits')), list(guidance.limits), buttons),
    organisation === undefined
      ? ''
      : more('organisation', t(say('What else the organization should do')), organisation, buttons),
    links.length === 0 ? '' : more('sources', t(say('Sources')), `<ul>${links.join('')}</ul>`, buttons),
  ].join('');
}
