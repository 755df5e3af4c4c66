import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

interface Load {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly seconds: number;
}

/**
 * Sends the next request of each connection when its last one is answered (closed loop).
 * @returns answers a second: with this client, which takes its own share of the machine, the most that there is
 */
export async function mostPerSecond({
  origin,
  paths,
  seconds,
  connections,
}: Load & { readonly connections: number }): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  let sent = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      const path = paths[sent % paths.length] ?? '/';
      sent += 1;
      await timeOne(agent, origin + path, start);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return (sent * 1000) / (performance.now() - start);
}

/**
 * Sends requests at a fixed pace, whatever the answers do (open loop), so that a server that stands still is seen to.
 * @returns for each request the milliseconds from the moment it was due until its last byte
 */
export async function paceRequests({
  origin,
  paths,
  perSecond,
  seconds,
}: Load & { readonly perSecond: number }): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const start = performance.now();
  const waiting: Promise<number>[] = [];
  const total = perSecond * seconds;
  while (waiting.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1000));
    while (waiting.length < due) {
      const path = paths[waiting.length % paths.length] ?? '/';
      waiting.push(timeOne(agent, origin + path, start + (waiting.length * 1000) / perSecond));
    }
    await wait(1);
  }
  const times = await Promise.all(waiting);
  agent.destroy();
  return times;
}

function timeOne(agent: Agent, url: string, due: number): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.on('end', () => resolve(performance.now() - due)).resume();
    }).on('error', reject);
  });
}
