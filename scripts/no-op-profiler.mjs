/** Stands in for @secretlint/profiler, which keeps a performance mark per rule and file for as long as the process lives. */
export const secretLintProfiler = {
  mark() {},
  setEnabled() {},
  getEntries: async () => [],
  getMeasures: async () => [],
};
