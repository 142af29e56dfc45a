import { createEngine } from '../../src/engine';
import { services } from '../../src/services/index';
import { fill } from '../support/fill';
const engine = createEngine();
const [id, n] = process.argv.slice(2);
const example = services.find((s) => s.id === id)!.examples[Number(n)]!;
const document = { path: example.file, text: fill(example.before) };
const { findings } = await engine.scan(document);
for (const finding of findings) {
  console.log(JSON.stringify({ ...finding, text: finding.rule.startsWith('key-auth') ? document.text.slice(finding.span.start, finding.span.end) : '' }, null, 1));
  console.log(JSON.stringify(await engine.plan({ document, finding, fix: 'identity', files: [] }), null, 1));
}
