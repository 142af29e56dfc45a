/** The commands of the manifest, without `secretless.`. */
export const COMMAND_NAMES = [
  'applyFix',
  'previewMigration',
  'migrateEverywhere',
  'applyPreview',
  'cancelPreview',
  'fixAllInFile',
  'ignoreFinding',
  'showGuidance',
  'explainRefusal',
  'showRules',
  'scanWorkspace',
  'stopReading',
  'groupByService',
  'groupByFile',
  'groupBySeverity',
  'filterFindings',
  'clearFilter',
  'createReport',
  'exportProgress',
  'importProgress',
  'createDemoFile',
  'openWalkthrough',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
