import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWatchdog } from './watchdog.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'omod-watchdog-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is asked of a server, in order, that stops in these ways only. */
async function askedOf(name: string, stopsBy: string): Promise<string[]> {
  const notes = join(folder, name);
  const server = `echo "$*" >> ${notes}; case "$*" in *${stopsBy}*) exit 0;; *) exit 1;; esac`;
  await startWatchdog(['/bin/sh', '-c', server, 'server', 'stop'], { name: 'nobody', identity: {} }).stop();
  return readFileSync(notes, 'utf8').trim().split('\n');
}

test('a server that stops in good order is asked once', async () => {
  expect(await askedOf('orderly', 'fast')).toEqual(['stop -m fast -t 30']);
});

test('a server that does not stop in good order is told to leave at once', async () => {
  expect(await askedOf('stuck', 'immediate')).toEqual(['stop -m fast -t 30', 'stop -m immediate -t 30']);
});
