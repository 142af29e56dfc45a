// The two versions of VS Code that everything is tried on. The npm package `code-server` carries VS Code's own server,
// extension host and workbench, so nothing comes from the update server.

/**
 * `vscode` is the version of VS Code inside; `node` the Node it is made for.
 * @typedef {{ name: 'newest' | 'oldest', vscode: string, codeServer: string, node: string }} Release
 */

/** @type {Readonly<Record<'newest' | 'oldest', Release>>} */
export const RELEASES = {
  newest: { name: 'newest', vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  /** The lower end of `engines.vscode`. */
  oldest: { name: 'oldest', vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
};

/** The releases that a `--vscode` option names: `newest`, `oldest`, or both where it is absent. */
export function releasesFor(option) {
  if (option === undefined) return [RELEASES.newest, RELEASES.oldest];
  const release = Object.values(RELEASES).find(({ name }) => name === option);
  if (!release) throw new Error(`--vscode takes newest or oldest, not ${option}`);
  return [release];
}
