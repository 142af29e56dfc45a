// Published sources without Azure secrets, fetched by the package managers' own clients into a temporary folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const npm = [
  'express@4.21.2',
  'lodash@4.17.21',
  'webpack@5.97.1',
  'eslint@9.17.0',
  'typeorm@0.3.20',
  'mongoose@8.9.0',
  'react-dom@18.3.1',
];
const pypi = [
  'django==5.1.4',
  'requests==2.32.3',
  'sqlalchemy==2.0.36',
  'flask==3.1.0',
  'botocore==1.35.80',
  'ansible-core==2.17.7',
];
const go = [
  'github.com/gin-gonic/gin@v1.10.0',
  'github.com/spf13/cobra@v1.8.1',
  'k8s.io/client-go@v0.31.0',
  'github.com/go-sql-driver/mysql@v1.8.1',
  'github.com/lib/pq@v1.10.9',
  'github.com/denisenkom/go-mssqldb@v0.12.3',
];
const maven = [
  'org.springframework:spring-core:6.2.0',
  'com.google.guava:guava:33.3.1-jre',
  'com.fasterxml.jackson.core:jackson-databind:2.18.2',
  'org.hibernate.orm:hibernate-core:6.6.3.Final',
  'com.microsoft.sqlserver:mssql-jdbc:12.8.1.jre11',
  'org.apache.commons:commons-lang3:3.17.0',
];

export interface Fetched {
  /** `npm express@4.21.2` */
  readonly name: string;
  /** Null when it could not be had here. */
  readonly folder: string | null;
}

const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Record<string, string> = {},
): boolean =>
  spawnSync(command, args, { cwd, env: { ...process.env, ...environment }, stdio: 'ignore', timeout: 240_000 })
    .status === 0;

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));

/** Unpacks the archives a client left in a folder, each beside itself. */
const unpack = (folder: string, ending: RegExp): boolean => {
  const archives = filesIn(folder, ending);
  const done = archives.every((archive) =>
    archive.endsWith('.tgz') ? run('tar', ['xzf', archive], folder) : run('unzip', ['-qo', archive], folder),
  );
  for (const archive of archives) rmSync(archive);
  return archives.length > 0 && done;
};

/** Fetches all packages into folders below `target`. Nothing of a package is run. */
export function fetchPackages(target: string): Fetched[] {
  const fetched: Fetched[] = [];
  const each = (registry: string, names: readonly string[], fetch: (name: string, folder: string) => boolean): void => {
    for (const name of names) {
      const folder = path.join(target, registry, name.replace(/[^\w.-]+/g, '_'));
      mkdirSync(folder, { recursive: true });
      fetched.push({ name: `${registry} ${name}`, folder: fetch(name, folder) ? folder : null });
    }
  };
  each(
    'npm',
    npm,
    (name, folder) => run('npm', ['pack', name, '--silent', '--ignore-scripts'], folder) && unpack(folder, /\.tgz$/),
  );
  // Wheels: source distributions would run their set-up.
  each(
    'pypi',
    pypi,
    (name, folder) =>
      run('pip', ['download', '--no-deps', '--only-binary', ':all:', '--quiet', name], folder) &&
      unpack(folder, /\.whl$/),
  );
  each('go', go, (name, folder) => {
    writeFileSync(path.join(folder, 'go.mod'), 'module bench\n');
    const modules = path.join(folder, 'mod');
    const done = run('go', ['mod', 'download', name], folder, { GOMODCACHE: modules, GOFLAGS: '-modcacherw' });
    rmSync(path.join(modules, 'cache'), { recursive: true, force: true });
    return done;
  });
  each('maven', maven, (name, folder) => {
    const repository = path.join(target, '.m2');
    const artifact = `-Dartifact=${name}:jar:sources`;
    return (
      run(
        'mvn',
        ['-q', '-B', `-Dmaven.repo.local=${repository}`, 'dependency:get', artifact, '-Dtransitive=false'],
        folder,
      ) &&
      run(
        'mvn',
        ['-q', '-B', `-Dmaven.repo.local=${repository}`, 'dependency:copy', artifact, `-DoutputDirectory=${folder}`],
        folder,
      ) &&
      unpack(folder, /-sources\.jar$/)
    );
  });
  rmSync(path.join(target, '.m2'), { recursive: true, force: true });
  return fetched;
}
