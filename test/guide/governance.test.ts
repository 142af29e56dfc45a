import { expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { measures } from '../../src/guide/governance';
import { placeholders } from '../../src/steps/placeholders';
import { codeOf } from '../support/steps';
import { governanceHtml, governanceMarkdown } from '../../src/guide/render-governance';

test('covers what the organisation should do', () => {
  expect(measures.map(({ id }) => id)).toEqual([
    'phased-migration',
    'secret-scanning-github',
    'secret-scanning-azure-devops',
    'triage-and-monitoring',
    'federated-credentials',
    'app-management-policies',
    'conditional-access',
    'rotation-role',
    'access-reviews',
  ]);
});

test.each(measures.map((measure) => [measure.id, measure] as const))(
  '%s says what, when, with which licence and how',
  (_, { what, when, licence, how, code = null, links }) => {
    for (const text of [what, when, licence, ...how].map(english)) expect(text).toMatch(/^\p{Lu}.*[.)]$/su);
    expect(how.length).toBeGreaterThan(1);
    expect(links.length).toBeGreaterThan(0);
    for (const { url } of links) expect(['learn.microsoft.com', 'docs.github.com']).toContain(new URL(url).host);
    expect(placeholders(codeOf({ code }))).toEqual(codeOf({ code }).includes('<') ? ['start-date'] : []);
    // A backtick within double quotes would run a command.
    expect(codeOf({ code }).replace(/'[^']*'/g, '')).not.toContain('`');
  },
);

test('JSON bodies of commands are JSON', () => {
  const bodies = measures.flatMap(({ code = null }) =>
    [...codeOf({ code }).matchAll(/--body '([^']*)'/g)].map(([, body]) => body),
  );
  expect(bodies).toHaveLength(2);
  for (const body of bodies) expect(() => JSON.parse(body ?? '') as unknown).not.toThrow();
});

test('renders as page and as Markdown', () => {
  const html = governanceHtml();
  const markdown = governanceMarkdown();
  for (const { title } of measures) {
    expect(html).toContain(`>${english(title)}</h2>`);
    expect(markdown).toContain(`## ${english(title)}\n`);
  }
  expect(html).not.toMatch(/undefined|\[object/);
  expect(markdown).not.toMatch(/undefined|\[object|<[a-z]+>(?!-date)/);
});
