import { type Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What is asked, one after the other and again from the first on. */
interface Load {
  readonly asks: readonly (() => Promise<void>)[];
  readonly seconds: number;
}

/**
 * Each of so many askers asks again when it has its answer (closed loop).
 * @returns answers a second: with this client, which takes its own share of the machine, the most that there is
 */
export async function mostPerSecond({
  asks,
  seconds,
  askers,
}: Load & { readonly askers: number }): Promise<number> {
  const start = performance.now();
  let sent = 0;
  const asker = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      sent += 1;
      await asks[(sent - 1) % asks.length]?.();
    }
  };
  await Promise.all(Array.from({ length: askers }, asker));
  return (sent * 1000) / (performance.now() - start);
}

/**
 * Asks at a fixed pace, whatever the answers do (open loop), so that a server that stands still is seen to.
 * @returns for each answer the milliseconds from the moment its question was due
 */
export async function askAtPace({
  asks,
  perSecond,
  seconds,
}: Load & { readonly perSecond: number }): Promise<number[]> {
  const start = performance.now();
  const waiting: Promise<number>[] = [];
  const total = perSecond * seconds;
  while (waiting.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1000));
    while (waiting.length < due) {
      const ask = asks[waiting.length % asks.length];
      const dueAt = start + (waiting.length * 1000) / perSecond;
      waiting.push(Promise.resolve(ask?.()).then(() => performance.now() - dueAt));
    }
    await wait(1);
  }
  return await Promise.all(waiting);
}

/** Addresses as questions, over kept connections. */
export const asksOver = (agent: Agent, urls: readonly string[]): (() => Promise<void>)[] =>
  urls.map((url) => () => new Promise((resolve, reject) => ask(agent, url, resolve, reject)));

function ask(agent: Agent, url: string, resolve: () => void, reject: (error: Error) => void): void {
  const request = get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
    if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
    response.on('end', () => resolve()).resume();
  });
  request.on('error', (error: NodeJS.ErrnoException) => {
    // The server closed a line that stood idle in the moment in which it was taken: no answer was begun.
    if (request.reusedSocket && error.code === 'ECONNRESET') ask(agent, url, resolve, reject);
    else reject(error);
  });
}
