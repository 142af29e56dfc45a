// `process` for libraries that ask it for switches: nothing is set, and there is no program around.
export const process = { env: {}, platform: 'browser', features: {}, cwd: () => '/' };
