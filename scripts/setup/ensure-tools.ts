import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findInstallations } from '../../server/platform/cluster/index.ts';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';

export interface Need {
  /** A private cluster is wanted: PostgreSQL and PostGIS must be here. */
  readonly cluster: boolean;
  /** What the tests need beside it: a browser, and tools that read PDF from outside. */
  readonly browser: boolean;
  readonly postgresqlDirectory: string;
  /** False: say what is missing instead of installing it. */
  readonly mayInstall: boolean;
}

/** What is missing of the programs that this needs: the names of install-debian.sh's parts. */
export function findMissingTools({ cluster, browser, postgresqlDirectory }: Need): string[] {
  const hasPostgis = findInstallations(postgresqlDirectory).some(
    ({ postgisVersion }) => postgisVersion !== null,
  );
  return [
    ...(cluster && !hasPostgis ? ['postgis'] : []),
    ...(hasProgram('ogr2ogr') ? [] : ['gdal']),
    ...(browser && !hasProgram('chromium') ? ['chromium'] : []),
    ...(browser && !(hasProgram('pdfsig') && hasProgram('qpdf')) ? ['pdf-tools'] : []),
  ];
}

/**
 * Makes the programs available: as root on Debian it says what it installs and does so, otherwise it names the command.
 * @throws OperatorProblem `tools-missing`
 */
export function ensureTools(root: string, need: Need): void {
  const missing = findMissingTools(need);
  if (missing.length === 0) return;
  const script = join(root, 'scripts', 'setup', 'install-debian.sh');
  if (process.getuid?.() !== 0 || !need.mayInstall || !hasProgram('apt-get')) {
    throw new OperatorProblem(
      'tools-missing',
      `Missing on this machine: ${missing.join(', ')}. Run "sudo ${script} ${missing.join(' ')}" once, or use "docker compose up".`,
    );
  }
  const installed = spawnSync('bash', [script, ...missing], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (installed.status === 0 && findMissingTools(need).length === 0) return;
  throw new OperatorProblem(
    'tools-missing',
    'The Debian packages could not be installed; the lines above say why.',
  );
}

const hasProgram = (name: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { stdio: 'ignore' }).status === 0;
