import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface PacedLoad {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Sends requests at a fixed pace, whatever the answers do (open loop), so that a server that stands still is seen to.
 * @returns for each request the milliseconds from the moment it was due until its last byte
 */
export async function paceRequests({ origin, paths, perSecond, seconds }: PacedLoad): Promise<number[]> {
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
