import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../../server/env.ts';
import { dataFolderPrefix } from './sweep-leftovers.ts';
import type { ListedTile } from './tile-list.ts';

/**
 * Starts `bare-node.ts` over these tiles.
 * @param headers what every answer bears beside its length, names and values in turn
 */
export async function startBareNode(
  tiles: readonly ListedTile[],
  headers: readonly string[],
): Promise<{ origin: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(dataFolderPrefix());
  writeFileSync(join(folder, 'paths.json'), JSON.stringify(tiles.map(({ path }) => path)));
  writeFileSync(join(folder, 'headers.json'), JSON.stringify(headers));
  for (const [index, { bytes }] of tiles.entries()) writeFileSync(join(folder, String(index)), bytes);
  const child = fork(join(import.meta.dirname, 'bare-node.ts'), [folder], {
    env: childEnvironment({ NODE_ENV: 'production' }),
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return {
    origin: `http://127.0.0.1:${message.port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
