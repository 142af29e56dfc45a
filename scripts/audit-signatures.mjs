// Whether what is installed is what the registry signed.   npm run audit:signatures
// `npm audit signatures` where the registry answers. A mirror that gives no keys leaves the packages unchecked: that is said, with
// what was checked all the same, which is that every package of package-lock.json has a hash, as `npm ci` compares it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './process.mjs';

const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'));
const fetched = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
const bare = fetched.filter(([, { integrity }]) => !/^sha(?:512|384|256)-/.test(integrity ?? '')).map(([path]) => path);
for (const path of bare) console.error(`${path} has no hash in package-lock.json`);

const { status, stdout, stderr, error } = spawnSync('npm', ['audit', 'signatures'], {
  cwd: projectRoot,
  encoding: 'utf8',
  timeout: 120_000,
  shell: process.platform === 'win32',
});
const said = `${stdout ?? ''}${stderr ?? ''}`.trim();
/** npm ends with 1 for an invalid signature as well as for a registry that does not answer: its words tell. */
const isForged = /(?:invalid|missing) (?:registry )?(?:signature|attestation)/i.test(said);
const isChecked = status === 0 && /verified/i.test(said);

if (isChecked || isForged) console.log(said);
else
  console.log(
    `Unchecked: the signatures of ${String(fetched.length)} packages. ${reason()}\nChecked: ${String(fetched.length - bare.length)} of them have a hash in package-lock.json, which npm ci compares.`,
  );
process.exitCode = isForged || bare.length > 0 ? 1 : 0;

/** Why there was no answer, in one line. */
function reason() {
  if (error) return `npm could not be run or took too long (${error.code ?? error.name}).`;
  const line = said.split('\n').find((one) => /error|no dependencies|keys/i.test(one)) ?? '';
  return line === ''
    ? 'The registry gave no keys.'
    : `npm says: ${line.replace(/^npm (?:error|ERR!) /, '').slice(0, 200)}`;
}
