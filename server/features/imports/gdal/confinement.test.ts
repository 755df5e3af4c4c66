import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { refuseForeignFiles } from '../refuse-foreign-files.ts';
import { confine } from './confined-child.ts';
import { type Confinement, findConfinement, isConfined, warnWhenUnconfined } from './confinement.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'omod-path-'));
  symlinkSync('/bin/true', join(path, 'true'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** Puts commands into the injected PATH that only tell whether the system allows what they are asked for. */
function install(tools: Readonly<Record<string, 'allowed' | 'refused'>>): void {
  for (const [name, outcome] of Object.entries(tools)) {
    writeFileSync(join(path, name), `#!/bin/sh\nexit ${outcome === 'allowed' ? 0 : 1}\n`);
    chmodSync(join(path, name), 0o755);
  }
}
const found = (isRoot: boolean): Confinement => findConfinement({ path, isRoot });
const firstWords = (state: Confinement) => confine(['ogrinfo', 'a'], defaultLimits, 9, state)[0];

const upload = async (state: Confinement, method = 'POST') =>
  await new Hono()
    .use(refuseForeignFiles(() => state))
    .all('/file', (c) => c.text('read'))
    .request('/file', { method });

const warnings = (state: Confinement): unknown[] => {
  const lines: unknown[] = [];
  warnWhenUnconfined(pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }), state);
  return lines;
};

describe('findConfinement', () => {
  it('takes network and rights away where everything is there, and is silent about it', async () => {
    install({ unshare: 'allowed', setpriv: 'allowed', prlimit: 'allowed' });
    for (const isRoot of [true, false]) {
      const state = found(isRoot);
      expect(isConfined(state)).toBe(true);
      expect(firstWords(state)).toBe('unshare');
      expect(state.command.includes('setpriv')).toBe(isRoot);
      expect(warnings(state)).toEqual([]);
      expect((await upload(state)).status).toBe(200);
    }
  });

  it('keeps an unprivileged reader with its limits when the system allows no namespace, and says so once', async () => {
    install({ unshare: 'refused', setpriv: 'allowed', prlimit: 'allowed' });
    for (const [isRoot, first] of [
      [true, 'setpriv'],
      [false, 'prlimit'],
    ] as const) {
      const state = found(isRoot);
      expect(state).toMatchObject({ hasNoNetwork: false, isUnprivileged: true, hasLimits: true });
      expect(isConfined(state)).toBe(false);
      expect(firstWords(state)).toBe(first);
      expect(warnings(state)).toMatchObject([{ level: 40, hasNoNetwork: false, readsForeignFiles: true }]);
      expect((await upload(state)).status).toBe(200);
    }
  });

  it('refuses files of strangers when the reader would be root', async () => {
    install({ unshare: 'refused', setpriv: 'refused', prlimit: 'allowed' });
    const state = found(true);
    expect(state).toMatchObject({ command: [], isUnprivileged: false, hasNoNetwork: false });
    const refused = await upload(state);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'fileReadingUnavailable', status: 503 });
    expect(warnings(state)).toMatchObject([{ isUnprivileged: false, readsForeignFiles: false }]);
    expect((await upload(state, 'GET')).status).toBe(200);
  });

  it('without prlimit still runs the reader for the operator, and refuses files of strangers', async () => {
    install({ unshare: 'allowed', setpriv: 'allowed' });
    const state = found(false);
    expect(state).toMatchObject({ hasLimits: false, isUnprivileged: true });
    expect(confine(['ogrinfo', 'a'], defaultLimits, 9, state)).toEqual([...state.command, 'ogrinfo', 'a']);
    expect((await upload(state)).status).toBe(503);
    expect(warnings(state)).toMatchObject([{ hasLimits: false }]);
  });

  it('finds nothing in an empty PATH and does not throw', () => {
    expect(found(true)).toEqual({
      command: [],
      hasNoNetwork: false,
      isUnprivileged: false,
      hasLimits: false,
    });
  });
});
