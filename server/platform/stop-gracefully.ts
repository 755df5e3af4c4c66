import type { Server } from 'node:http';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Requests that run longer than this after the wish to stop are cut off. */
const patienceMs = 10_000;

/**
 * Ends the process in order when it is asked to, or when the program that started it is gone (its message channel
 * closes): no new connection, running requests are answered, then `closeRest`, then exit code 0.
 */
export function stopGracefully(server: Server, onStopping: () => void, closeRest: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    onStopping();
    const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
    impatience.unref();
    server.close(async () => {
      await closeRest().catch(() => {});
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  for (const signal of signals) process.on(signal, stop);
  if (process.channel) process.on('disconnect', stop);
}
