import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * Lets this process take only what people leave: a reader of the map comes first. The idle class of Linux where there is
 * one (util-linux), else being niced has to do. Children inherit it.
 */
export function standBack(): void {
  setPriority(constants.priority.PRIORITY_LOW);
  spawnSync('chrt', ['--idle', '--all-tasks', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
}
