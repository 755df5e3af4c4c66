import { join } from 'node:path';
import type { Environment } from '../server/env.ts';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { ensureBuild } from './setup/ensure-build.ts';
import type { OrderlyEnd } from './setup/orderly-end.ts';
import { prepareProduct } from './setup/prepare-product.ts';
import { showStep } from './setup/progress.ts';
import { describeAddress, runCommand } from './setup/run-command.ts';
import { runServer } from './setup/run-server.ts';

/** npm start: the whole product on one port, from whatever state this machine is in. */
async function start(environment: Environment, lifetime: OrderlyEnd): Promise<void> {
  const root = findProjectRoot(import.meta.dirname);
  console.log('\nOne Map One Data\n');
  const givingUp = new AbortController();
  lifetime.onEnd(() => givingUp.abort());
  let building: Promise<boolean> | undefined;
  const { database, announce } = await prepareProduct(environment, lifetime, {
    root,
    mayInstall: !process.argv.includes('--no-install'),
    wantsDemo: !process.argv.includes('--empty'),
    meanwhile() {
      building = ensureBuild(root, givingUp.signal);
      // Its failure is told below, where it is awaited.
      building.catch(() => {});
    },
  });
  await showStep('Pages', async () => ({ text: (await building) ? 'built' : 'unchanged', value: undefined }));

  const serverFile = join(root, 'dist', 'server', 'main.js');
  const server = await runServer(serverFile, environment, database.url);
  lifetime.onEnd(server.stop);
  const address = describeAddress(environment.HOST, server.port);
  announce(address);
  // Counted from the start of this process, the loading of the scripts included.
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`\n  Ready in ${seconds} s:  ${address}\n  Ctrl-C stops everything.\n`);
  const exitCode = await server.ended;
  if (exitCode !== 0) console.error(`The server ended by itself with code ${exitCode}.`);
  await lifetime.end(exitCode);
}

runCommand(start);
