import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The files as `secretless migrate --write` leaves them in a copy of the workspace, by name. */
export function byCommandLine(
  workspace: string,
  file: string,
  changed: readonly string[],
  options: readonly string[] = [],
): ReadonlyMap<string, string> {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'secretless-ui-'));
  try {
    cpSync(workspace, copy, { recursive: true });
    const cli = [path.resolve('dist/cli.js'), 'migrate', '--write', ...options, file];
    const { status } = spawnSync('node', cli, { cwd: copy, stdio: 'ignore' });
    // 1 says that findings are left: a secret in Key Vault is still a secret.
    assert.ok(status === 0 || status === 1, `migrate ended with ${String(status)}`);
    return new Map(changed.map((one) => [one, readFileSync(path.join(copy, one), 'utf8')]));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
