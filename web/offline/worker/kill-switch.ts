import { workerScope } from './worker-scope.ts';

/**
 * What `/sw.js` is when the operator has switched offline use off (OFFLINE=off): it takes the worker and its files away
 * from every browser that comes by. What people wrote and saved themselves is not touched.
 */
workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));

workerScope.addEventListener('activate', (event) => {
  const leave = async (): Promise<void> => {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    await workerScope.registration.unregister();
    for (const client of await workerScope.clients.matchAll({ type: 'window' })) {
      await client.navigate(client.url).catch(() => undefined);
    }
  };
  event.waitUntil(leave());
});
