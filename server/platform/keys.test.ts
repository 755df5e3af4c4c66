import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, type TemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { verifyEd25519 } from './crypto.ts';
import { openKeys } from './keys.ts';

let folder: TemporaryFolder;
let directory: string;
beforeEach(() => {
  folder = makeTemporaryFolder('keys');
  directory = join(folder.path, 'keys');
});
afterEach(() => folder.remove());

const text = Buffer.from('isi');
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('signing', () => {
  it('makes its key when it is first needed, for the owner alone', () => {
    const keys = openKeys(directory);
    expect(existsSync(directory)).toBe(false);
    const signature = keys.sign('log', text);
    expect(modeOf(directory)).toBe(0o700);
    expect(modeOf(join(directory, 'log.json'))).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['log.json']);
    const [key] = keys.signingKeys('log');
    expect(verifyEd25519(key!.publicKey, text, signature)).toBe(true);
    expect(verifyEd25519(key!.publicKey, Buffer.from('lain'), signature)).toBe(false);
    expect(verifyEd25519(new Uint8Array(3), text, signature)).toBe(false);
    expect(openKeys(directory).signingKeys('log')).toEqual([key]);
  });

  it('signs with a new key after a change, and goes on publishing the one before', () => {
    const keys = openKeys(directory);
    const before = keys.sign('log', text);
    const made = openKeys(directory).rotate('log');
    const list = keys.signingKeys('log');
    expect(list.map(({ kid }) => kid)[0]).toBe(made.kid);
    expect(list).toHaveLength(2);
    expect(verifyEd25519(list[1]!.publicKey, text, before)).toBe(true);
    expect(verifyEd25519(list[0]!.publicKey, text, keys.sign('log', text))).toBe(true);
    expect(modeOf(join(directory, 'log.json'))).toBe(0o600);
  });

  it('refuses a key that others can read, in its file or by its folder', () => {
    const keys = openKeys(directory);
    keys.sign('log', text);
    for (const [path, mode] of [
      [join(directory, 'log.json'), 0o640],
      [join(directory, 'log.json'), 0o604],
      [directory, 0o755],
    ] as const) {
      const proper = modeOf(path);
      chmodSync(path, mode);
      expect(() => keys.sign('log', text)).toThrow(expect.objectContaining({ code: 'key-exposed' }));
      chmodSync(path, proper);
    }
    expect(() => keys.sign('log', text)).not.toThrow();
  });
});

describe('encrypting', () => {
  it('gives back what it was given, never twice the same, and holds nothing of it in clear', () => {
    const keys = openKeys(directory);
    const sealed = keys.encrypt('personal', 'warga@example.go.id', 'outbox');
    expect(keys.decrypt('personal', sealed, 'outbox')).toBe('warga@example.go.id');
    expect(keys.encrypt('personal', 'warga@example.go.id', 'outbox')).not.toBe(sealed);
    expect(sealed).not.toContain(Buffer.from('warga').toString('base64url').slice(0, 6));
  });

  it('refuses a text that was changed, cut, or sealed for another purpose', () => {
    const keys = openKeys(directory);
    const sealed = keys.encrypt('personal', 'warga', 'outbox');
    const [kid, nonce, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const bent = Buffer.from(bytes);
      bent[at] = bent[at]! ^ 1;
      const text = [kid, nonce, bent.toString('base64url')].join('.');
      expect(() => keys.decrypt('personal', text, 'outbox')).toThrow();
    }
    expect(() => keys.decrypt('personal', [kid, nonce, ''].join('.'), 'outbox')).toThrow();
    expect(() => keys.decrypt('personal', sealed, 'other')).toThrow();
    expect(() => keys.decrypt('personal', sealed.replace(kid!, '000000000000'), 'outbox')).toThrow(
      'not in this',
    );
  });

  it('reads with the key before after a change', () => {
    const keys = openKeys(directory);
    const sealed = keys.encrypt('personal', 'warga', 'outbox');
    keys.rotate('personal');
    expect(keys.decrypt('personal', sealed, 'outbox')).toBe('warga');
    expect(keys.encrypt('personal', 'warga', 'outbox').split('.')[0]).not.toBe(sealed.split('.')[0]);
    expect(JSON.parse(readFileSync(join(directory, 'personal.json'), 'utf8')).keys).toHaveLength(2);
  });
});
