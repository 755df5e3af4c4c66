import { execFileSync } from 'node:child_process';
import type { Logger } from 'pino';

const NOBODY = 65534;
/** Group of the reader when this process is root: it may look into a staged folder. */
export const READER_GROUP = NOBODY;

/** Where the reader and what confines it are looked for; never the caller's own PATH. */
export const READER_PATH = '/usr/local/bin:/usr/bin:/bin';

/** What this machine lets us put around a reader of foreign files. */
export interface Confinement {
  /** Goes in front of the command: what cuts it off the network and takes its rights. */
  readonly command: readonly string[];
  readonly hasNoNetwork: boolean;
  readonly isUnprivileged: boolean;
  /** False without prlimit: only wall time is limited then. */
  readonly hasLimits: boolean;
}

export interface ConfinementSearch {
  /** Directories, colon-separated. */
  readonly path?: string;
  readonly isRoot?: boolean;
}

/** Tries what this machine allows, from the strictest on. It runs up to four short commands and waits for them. */
export function findConfinement({
  path = READER_PATH,
  isRoot = process.getuid?.() === 0,
}: ConfinementSearch = {}): Confinement {
  const canRun = ([command = '', ...args]: readonly string[]): boolean => {
    try {
      execFileSync(command, [...args, 'true'], { stdio: 'ignore', timeout: 5_000, env: { PATH: path } });
      return true;
    } catch {
      return false;
    }
  };
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs'];
  const candidates = isRoot
    ? [['unshare', '--net', ...asNobody], asNobody]
    : [['unshare', '--user', '--map-current-user', '--net']];
  const command = candidates.find(canRun) ?? [];
  return {
    command,
    hasNoNetwork: command[0] === 'unshare',
    isUnprivileged: !isRoot || command.length > 0,
    hasLimits: canRun(['prlimit', '--nofile=256', '--core=0']),
  };
}

let found: Confinement | undefined;

/** The confinement of this process's readers, found out once. */
export function confinement(): Confinement {
  found ??= findConfinement();
  return found;
}

/** True when a reader has no network, no rights and limits. */
export const isConfined = ({ hasNoNetwork, isUnprivileged, hasLimits }: Confinement): boolean =>
  hasNoNetwork && isUnprivileged && hasLimits;

/**
 * True when files of strangers may be read: a reader with the rights of root, or one that may take all memory, is for
 * the operator's own files only. The network is closed by the reader's settings too.
 */
export const maySeeForeignFiles = ({ isUnprivileged, hasLimits }: Confinement): boolean =>
  isUnprivileged && hasLimits;

/** Says in the log what is lacking, for the operator to mend; nothing when all is there. */
export function warnWhenUnconfined(log: Logger, state: Confinement = confinement()): void {
  if (isConfined(state)) return;
  const { hasNoNetwork, isUnprivileged, hasLimits } = state;
  log.warn(
    { hasNoNetwork, isUnprivileged, hasLimits, readsForeignFiles: maySeeForeignFiles(state) },
    'map files are not read in full confinement: unshare, setpriv or prlimit is missing or not allowed here',
  );
}
