import type { Project } from '../project';
import { contains, dependency, placedAt } from './runtime';
import type { RuntimeClues, Runtime } from './runtime';

const FRAMEWORKS = [
  'vitest',
  'jest',
  'mocha',
  'jasmine',
  'jasmine-core',
  'ava',
  '@playwright/test',
  'cypress',
  '@jest/globals',
  'xunit',
  'xunit.v3',
  'nunit',
  'mstest',
  'mstest.testframework',
  'tunit',
  'microsoft.net.test.sdk',
  'pytest',
  'org.junit.jupiter:junit-jupiter',
  'junit:junit',
];

const MOCKS =
  /\b(?:vi|jest)\s{0,3}\.\s{0,3}(?:mock|doMock|unstable_mockModule)\s{0,3}\(\s{0,20}(?:import\(\s{0,5})?['"]([^'"\n]{1,200})['"]/g;

/** Modules that a test puts others in the place of. */
export const mockedIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(MOCKS)].map(([, name = '']) => name)),
];

const FILES = [
  /\.(?:test|spec|e2e|cy)\.[cm]?[jt]sx?$/i,
  /(?:^|\/)__(?:tests|mocks)__\//,
  /_test\.go$/,
  /(?:^|\/)test_[^/]{1,100}\.py$|_test\.py$|(?:^|\/)conftest\.py$/,
  /(?:^|\/)src\/(?:test|androidTest)\//,
];
const FOLDERS = /^(?:tests?|e2e|cypress|spec)\//i;

const IMPORTS =
  /(?:\bfrom\s{0,5}|\brequire\(\s{0,5})['"](vitest|@jest\/globals|node:test|mocha|ava|@playwright\/test)['"]|^[ \t]{0,9}(?:global\s{1,5})?using\s{1,5}(Xunit|NUnit\.Framework|Microsoft\.VisualStudio\.TestTools\.UnitTesting|TUnit\.Core|Moq|NSubstitute|FakeItEasy)\s{0,5};/m;

const testsOf = (project: Project): Runtime | null => {
  const found = dependency('test', project, FRAMEWORKS);
  return project.dotnet.some(({ isTestProject }) => isTestProject)
    ? contains('test', project.manifests[0] ?? '', '<IsTestProject>true</IsTestProject>')
    : found;
};

/** What says that a file is part of the tests: its text, its name, or its project. */
export function testRuntime({ path, relative, name, text, project }: RuntimeClues): Runtime | null {
  const [mock] = mockedIn(text);
  if (mock !== undefined) return contains('test', name, 'mock(...)');
  const imported = IMPORTS.exec(text);
  if (imported) return contains('test', name, imported[1] ?? imported[2] ?? '');
  if (FILES.some((pattern) => pattern.test(path))) return placedAt('test', name, 'the tests');
  const tests = project && testsOf(project);
  if (!tests) return null;
  // A test project of .NET holds nothing else; packages of other languages bring their tests along.
  return project.ecosystem === 'dotnet' || FOLDERS.test(relative) ? tests : null;
}
