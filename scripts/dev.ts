import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createServer as createViteServer, type ViteDevServer } from 'vite';
import { childEnvironment, type Environment } from '../server/env.ts';
import { forkWorker, runJobs } from '../server/features/jobs/index.ts';
import { openDeps } from '../server/platform/open-deps.ts';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { WORK } from '../server/work.ts';
import type { OrderlyEnd } from './setup/orderly-end.ts';
import { prepareProduct } from './setup/prepare-product.ts';
import { describeAddress, runCommand } from './setup/run-command.ts';

type AppModule = typeof import('../server/app.ts');
type App = ReturnType<AppModule['createApp']>;

/**
 * npm run dev: the product from its sources on one port. A change in web/ is shown in the page at once; a change in
 * server/, tiles/ or data/ is taken up by the next request. The database stays open meanwhile.
 */
async function develop(environment: Environment, lifetime: OrderlyEnd): Promise<void> {
  const root = findProjectRoot(import.meta.dirname);
  console.log('\nOne Map One Data, from its sources\n');
  const { database, announce } = await prepareProduct(environment, lifetime, {
    root,
    mayInstall: true,
    wantsDemo: !process.argv.includes('--empty'),
  });
  const { deps, close } = openDeps({ ...environment, LOG_LEVEL: 'warn' }, database.url);
  lifetime.onEnd(close);

  const workerEnvironment = childEnvironment({ DATABASE_URL: database.url, LOG_LEVEL: 'warn' });
  const jobs = runJobs(deps, forkWorker(join(root, 'server', 'main.ts'), WORK, workerEnvironment));
  lifetime.onEnd(jobs.stop);

  const server = createHttpServer();
  const vite = await createViteServer({
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  lifetime.onEnd(() => vite.close());
  const readShell = readSourceShell(vite, join(root, 'web'));
  const http = { isHttps: false, isDevelopment: true, trustedProxies: [], isStopping: () => false };
  const currentApp = keepAppCurrent(vite, join(root, 'server', 'app.ts'), (createApp) =>
    createApp({ ...deps, jobs, http, readShell }),
  );
  const listener = getRequestListener(async (request, env) => {
    const app = await currentApp();
    return app.fetch(request, env);
  });
  server.on('request', (request, response) =>
    vite.middlewares(request, response, () => listener(request, response)),
  );
  await new Promise<void>((resolve) => server.listen(environment.PORT, environment.HOST, resolve));
  lifetime.onEnd(() => server.closeAllConnections());
  const address = describeAddress(environment.HOST, (server.address() as AddressInfo).port);
  announce(address);
  console.log(`\n  Ready:  ${address}\n  Ctrl-C stops everything.\n`);
}

/** Makes the application anew when Vite has loaded a changed module of it. */
function keepAppCurrent(vite: ViteDevServer, file: string, make: (createApp: AppModule['createApp']) => App) {
  let latest: { module: unknown; app: App } | undefined;
  return async (): Promise<App> => {
    const module = (await vite.ssrLoadModule(file)) as AppModule;
    if (latest?.module !== module.createApp)
      latest = { module: module.createApp, app: make(module.createApp) };
    return latest.app;
  };
}

/** The source's page with Vite's client in it; addresses are made absolute, because pages lie at any depth. */
function readSourceShell(vite: ViteDevServer, folder: string) {
  return async (_url: string, name: string): Promise<string> => {
    const source = (await readFile(join(folder, name), 'utf8')).replaceAll('"./', '"/');
    return vite.transformIndexHtml(`/${name}`, source);
  };
}

runCommand(develop);
