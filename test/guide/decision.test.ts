import { describe, expect, test } from 'vitest';
import type { Answers, QuestionId } from '../../src/guide/decision';
import { decide, prefill, questions } from '../../src/guide/decision';
import { decisionMarkdown, renderDecision } from '../../src/guide/render-decision';

const complete: Answers = { runs: 'azure', entra: 'yes', change: 'now', shared: 'no', audit: 'together', others: 'no' };

const options: Readonly<Record<QuestionId, readonly string[]>> = {
  runs: ['azure', 'tokens', 'elsewhere'],
  entra: ['yes', 'partly', 'no'],
  change: ['now', 'later'],
  shared: ['yes', 'no'],
  audit: ['each', 'together'],
  others: ['yes', 'no'],
};

const all: readonly Answers[] = Object.entries(options).reduce<Answers[]>(
  (before, [id, values]) => before.flatMap((answers) => values.map((value) => ({ ...answers, [id]: value }))),
  [{}],
);

test('the questions offer the answers there are', () => {
  for (const { id, options: offered } of questions({ runs: 'azure', entra: 'yes', change: 'now' })) {
    expect(offered.map(({ id: option }) => option)).toEqual(options[id]);
  }
  expect(questions({}).map(({ id }) => id)).toEqual(['runs', 'entra', 'change', 'others']);
});

test('every set of answers has one end, with its reasons', () => {
  expect(all).toHaveLength(144);
  for (const answers of all) {
    const decision = decide(answers);
    const expected =
      answers.entra === 'no' || answers.change === 'later'
        ? 'key-vault'
        : { azure: 'managed-identity', tokens: 'federation', elsewhere: 'certificate' }[answers.runs ?? 'azure'];
    expect([answers, decision?.outcome]).toEqual([answers, expected]);
    expect(decision?.reasons.length).toBeGreaterThan(0);
    expect(decision?.next.length).toBeGreaterThan(0);
    expect(decision?.identity !== null).toBe(answers.runs === 'azure');
  }
});

test('a question that does not matter any more is not asked, and its answer changes nothing', () => {
  for (const answers of all) {
    const asked = questions(answers).map(({ id }) => id);
    const needed = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.some((one) => one === id)));
    expect(decide(needed)).toEqual(decide(answers));
  }
});

test('no end before the last answer that matters', () => {
  for (const id of Object.keys(complete)) expect(decide({ ...complete, [id]: undefined })).toBeNull();
});

describe('the identity', () => {
  test('one resource that stays: system-assigned', () => {
    expect(decide(complete)?.identity).toBe('system-assigned');
  });

  test('shared or often created anew: user-assigned, one for each resource where each is audited', () => {
    const together = decide({ ...complete, shared: 'yes' });
    const each = decide({ ...complete, shared: 'yes', audit: 'each' });
    expect([together?.identity, each?.identity]).toEqual(['user-assigned', 'user-assigned']);
    expect(each?.reasons.some(({ template }) => template.includes('One for each resource'))).toBe(true);
    expect(together?.reasons.some(({ template }) => template.includes('One for each resource'))).toBe(false);
  });
});

test('the workspace answers what it can', () => {
  expect(prefill({})).toEqual({});
  expect(prefill({ support: 'partly', host: 'functions' })).toEqual({ entra: 'partly', runs: 'azure' });
  expect(prefill({ host: 'aks' })).toEqual({ runs: 'azure' });
  expect(prefill({ host: 'github-actions' })).toEqual({ runs: 'tokens' });
  expect(prefill({ host: 'local' })).toEqual({});
  expect(prefill({ host: 'external' })).toEqual({});
});

describe('as a form', () => {
  test('asks what is not known, tells what is', () => {
    const { html, identity } = renderDecision({ shared: 'no' }, { support: 'yes', host: 'vm' });
    expect(identity).toBeNull();
    expect(html).toContain('<strong>In Azure, or on a server with Azure Arc</strong>');
    expect(html).not.toContain('data-question="runs"');
    expect(html).toMatch(/data-question="shared" data-answer="no" checked/);
    expect(html).toContain('Answer the questions');
  });

  test('every choice has a label, a name and an id of its own', () => {
    const { html } = renderDecision({}, { host: 'vm' });
    const inputs = [...html.matchAll(/<label class="choice"><input type="radio" id="([^"]+)" name="([^"]+)"/g)];
    expect(inputs).toHaveLength(html.split('type="radio"').length - 1);
    expect(new Set(inputs.map(([, id]) => id)).size).toBe(inputs.length);
    expect(html.split('<legend>').length - 1).toBe(new Set(inputs.map(([, , name]) => name)).size);
  });

  test('shows the end with its reasons', () => {
    const { html, identity } = renderDecision({ ...complete }, { support: 'yes', host: 'vm' });
    expect(identity).toBe('system-assigned');
    expect(html).toContain('<h3>Managed identity</h3>');
  });
});

test('as Markdown', () => {
  const text = decisionMarkdown(complete);
  expect(text).toContain('- Can you change the code now? **Yes**');
  expect(text).toContain('\n**Managed identity**\n');
  expect(decisionMarkdown({})).toBe('\n');
});
