import { compareVersions } from '../../../manifests/versions';
import type { Project } from '../../../project/project';
import type { Around } from '../file-fix';

/** The starter with which Spring connects without a password, by the database. */
export const STARTER = {
  postgresql: 'com.azure.spring:spring-cloud-azure-starter-jdbc-postgresql',
  mysql: 'com.azure.spring:spring-cloud-azure-starter-jdbc-mysql',
} as const;

/** The first version of Spring Boot that brings a driver which knows ActiveDirectoryDefault, and that of the driver. */
const BOOT = '3.1.0';
const DRIVER = '12.2.0';

const BOOT_VERSION = [
  /<artifactId>\s{0,99}spring-boot-starter-parent\s{0,99}<\/artifactId>\s{0,99}<version>\s{0,99}([\d.]{1,20})/,
  /org\.springframework\.boot["']\)?\s{1,9}version\s{0,9}["']([\d.]{1,20})/,
];
const DRIVER_VERSION = [
  /<artifactId>\s{0,99}mssql-jdbc\s{0,99}<\/artifactId>\s{0,99}<version>\s{0,99}([\d.]{1,20})/,
  /mssql-jdbc:([\d.]{1,20})/,
];

const isAtLeast = (texts: readonly string[], forms: readonly RegExp[], least: string): boolean | null => {
  const found = texts.flatMap((text) => forms.flatMap((form) => form.exec(text)?.[1] ?? []));
  return found.length === 0 ? null : found.every((version) => (compareVersions(version, least) ?? -1) >= 0);
};

/** True where a project has a driver of SQL Server that signs in with an identity, and the package it needs for that. */
export async function hasNewDriver(project: Project, around: Around): Promise<boolean> {
  if (!project.readable || !project.dependencies.has('com.microsoft.sqlserver:mssql-jdbc')) return false;
  if (!project.dependencies.has('com.azure:azure-identity')) return false;
  const texts = (await around.read([...project.manifests])).map(({ text }) => text);
  return isAtLeast(texts, DRIVER_VERSION, DRIVER) ?? isAtLeast(texts, BOOT_VERSION, BOOT) ?? false;
}
