import type { Message } from '../core/message';
import { english, say } from '../core/message';
import { measures } from './governance';
import { plain } from './plain';
import { escapeHtml } from './render-html';

/** The measures as the body of a page, under headings of the second level. */
export function governanceHtml(translate: (message: Message) => string = english): string {
  const t = (message: Message): string => escapeHtml(translate(message));
  return measures
    .map(
      ({ id, title, what, when, licence, how, code, links }) =>
        `<section aria-labelledby="g-${id}"><h2 id="g-${id}">${t(title)}</h2><p>${t(what)}</p><dl><dt>${t(say('When'))}</dt><dd>${t(when)}</dd><dt>${t(say('Licence'))}</dt><dd>${t(licence)}</dd></dl><ul>${how.map((item) => `<li>${t(item)}</li>`).join('')}</ul>${code ? `<figure><pre><code>${escapeHtml(code.text)}</code></pre></figure>` : ''}<ul>${links.map(({ title: name, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></li>`).join('')}</ul></section>`,
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
        ...(code ? ['```shell', code.text, '```', ''] : []),
        ...links.map(({ title: name, url }) => `- [${plain(name)}](${url})`),
        '',
      ].join('\n'),
    )
    .join('\n');
}
