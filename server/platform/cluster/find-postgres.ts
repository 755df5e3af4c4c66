import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorProblem } from '../operator-problem.ts';

export interface PostgresInstallation {
  readonly major: number;
  readonly binDirectory: string;
  /** Version of PostGIS that `create extension` would make, or null when there is none. */
  readonly postgisVersion: string | null;
}

/** ST_AsMVT with integer feature ids and the functions used here are all in 3.3, Debian 12's version. */
export const minimumPostgis = '3.3';

/**
 * Lists the PostgreSQL servers of this machine, newest first, laid out as Debian does:
 * <directory>/<major>/bin, with extensions in /usr/share/postgresql/<major>/extension.
 */
export function findInstallations(directory: string): PostgresInstallation[] {
  if (!existsSync(directory)) return [];
  const share = directory.replace(/\/lib\/postgresql\/?$/, '/share/postgresql');
  return readdirSync(directory)
    .filter((name) => /^\d+$/.test(name) && existsSync(join(directory, name, 'bin', 'initdb')))
    .map((name) => ({
      major: Number(name),
      binDirectory: join(directory, name, 'bin'),
      postgisVersion: readPostgisVersion(join(share, name, 'extension', 'postgis.control')),
    }))
    .sort((a, b) => b.major - a.major);
}

/**
 * Picks the server to run: the one that made the data, else the newest that has a good PostGIS.
 * @param dataMajor major version that made the existing data, or null when there is none
 * @throws OperatorProblem one sentence on what is missing
 */
export function chooseInstallation(
  installations: readonly PostgresInstallation[],
  dataMajor: number | null,
): PostgresInstallation {
  const newest = installations[0];
  if (newest === undefined) {
    throw new OperatorProblem('tools-missing', 'PostgreSQL is not installed on this machine.');
  }
  const sameMajor = installations.find((installation) => installation.major === dataMajor);
  if (dataMajor !== null && sameMajor === undefined) {
    throw new OperatorProblem(
      'server-version-missing',
      `The database was made by PostgreSQL ${dataMajor}, which is not installed any more: install postgresql-${dataMajor}-postgis-3 again.`,
    );
  }
  const candidate = sameMajor ?? installations.find(hasGoodPostgis) ?? newest;
  checkPostgis(candidate.postgisVersion, `postgresql-${candidate.major}-postgis-3`);
  return candidate;
}

/** @throws OperatorProblem when PostGIS is missing (null) or older than needed */
export function checkPostgis(version: string | null, packageName: string): void {
  if (version === null) {
    throw new OperatorProblem(
      'postgis-missing',
      `PostGIS is missing in this PostgreSQL: install ${packageName}.`,
    );
  }
  if (!isAtLeast(version, minimumPostgis)) {
    throw new OperatorProblem(
      'postgis-too-old',
      `PostGIS ${version} is too old: ${minimumPostgis} or newer is needed.`,
    );
  }
}

const hasGoodPostgis = ({ postgisVersion }: PostgresInstallation): boolean =>
  postgisVersion !== null && isAtLeast(postgisVersion, minimumPostgis);

function readPostgisVersion(controlFile: string): string | null {
  if (!existsSync(controlFile)) return null;
  return /^default_version\s*=\s*'([^']+)'/m.exec(readFileSync(controlFile, 'utf8'))?.[1] ?? null;
}

function isAtLeast(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minimumMajor = 0, minimumMinor = 0] = minimum.split('.').map(Number);
  return major > minimumMajor || (major === minimumMajor && minor >= minimumMinor);
}
