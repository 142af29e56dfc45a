import type { Message } from '../core/message';
import { english, say } from '../core/message';
import { measures } from './governance';
import { codeText } from '../core/shell';
import type { StepCode } from '../core/step';
import { plain } from './plain';
import { codeBlock, escapeHtml } from './render-html';

const stepId = (id: string): string => `measure-${id}`;

/** The command of a measure, by the id its buttons carry. */
export const measureCode = (id: string): StepCode | null =>
  measures.find((measure) => stepId(measure.id) === id)?.code ?? null;

/** The measures as the body of a page, under headings of `level`. `buttons` adds them to each command. */
export function governanceHtml(
  translate: (message: Message) => string = english,
  { level = 2, buttons = false }: { readonly level?: 2 | 3; readonly buttons?: boolean } = {},
): string {
  const t = (message: Message): string => escapeHtml(translate(message));
  const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return measures
    .map(({ id, title, what, when, licence, how, code, links }) =>
      [
        `<section aria-labelledby="g-${id}"><h${level} id="g-${id}">${t(title)}</h${level}><p>${t(what)}</p>`,
        `<dl><dt>${t(say('When'))}</dt><dd>${t(when)}</dd><dt>${t(say('Licence'))}</dt><dd>${t(licence)}</dd></dl>`,
        list(how.map(t)),
        code ? codeBlock({ id: stepId(id), code }, translate(title), buttons, translate) : '',
        list(links.map(({ title: name, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`)),
        '</section>',
      ].join(''),
    )
    .join('');
}

/** The measures as Markdown, under headings of the second level. */
export function governanceMarkdown(translate: (message: Message) => string = english): string {
  const t = (message: Message): string => plain(translate(message));
  return measures
    .map(({ title, what, when, licence, how, code, links }) =>
      [
        `## ${t(title)}`,
        '',
        t(what),
        '',
        `- ${t(say('When'))}: ${t(when)}`,
        `- ${t(say('Licence'))}: ${t(licence)}`,
        '',
        ...how.map((item) => `- ${t(item)}`),
        '',
        ...(code ? ['```shell', codeText(code, translate), '```', ''] : []),
        ...links.map(({ title: name, url }) => `- [${plain(name)}](${url})`),
        '',
      ].join('\n'),
    )
    .join('\n');
}
