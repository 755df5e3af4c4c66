import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepMailFiles } from './mail-channel.ts';

test('mails in files go after a week, and a folder that is not there is no fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'omod-mail-'));
  const now = new Date('2026-11-30T04:00:00Z');
  const written = { 'old.eml': '2026-11-23T03:59:00Z', 'young.eml': '2026-11-23T04:01:00Z' };
  for (const [name, at] of Object.entries(written)) {
    writeFileSync(join(folder, name), 'To: uji@example.id');
    utimesSync(join(folder, name), new Date(at), new Date(at));
  }
  await sweepMailFiles(folder, now);
  expect(readdirSync(folder)).toEqual(['young.eml']);
  rmSync(folder, { recursive: true });
  await sweepMailFiles(folder, now);
});
