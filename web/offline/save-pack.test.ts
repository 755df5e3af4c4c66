import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readPackFile } from '#domain/pack/container';
import type { PackManifest } from '#domain/pack/manifest';
import { aPack, packKey as jwk, strangeKey as stranger } from '../../tests/support/a-pack.ts';
import { anAnswer } from '../../tests/support/an-answer.ts';
import { answerOffline } from './answer-offline.ts';
import { confirmPacks, deletePack, partsOf, savedPacks } from './pack-store.ts';
import { noteRegister } from './register.ts';
import { keepFile } from './save-pack.ts';
import { deleteAnswers, keepAnswer } from './saved-answers.ts';

beforeEach(async () => {
  for (const pack of await savedPacks()) await deletePack(pack);
});
const now = new Date('2026-11-29T04:00:00Z');
const ask = (query: string, at = now) => answerOffline(`/api/v1/lookup?${query}`, at);

describe('a pack is kept', () => {
  test('when its signature is of a published key, whichever of them', async () => {
    const outcome = await keepFile(aPack(), [stranger, jwk], now);
    expect(outcome).toMatchObject({ ok: true, value: { keyId: 'k1', confirmedAt: now.toISOString() } });
    expect(await savedPacks()).toHaveLength(1);
  });

  test('never when nobody published signed it', async () => {
    expect(await keepFile(aPack(), [stranger], now)).toEqual({ ok: false, problem: 'unsigned' });
    expect(await savedPacks()).toEqual([]);
  });

  test.each([
    ['a part', (bytes: Uint8Array) => bytes.length - 3, 'damaged'],
    ['the manifest', () => 40, 'unsigned'],
    ['the magic', () => 0, 'damaged'],
  ])('never when a byte of %s is another', async (_what, at, problem) => {
    const bytes = aPack();
    const place = at(bytes);
    // A letter for a letter, so that the manifest can still be read.
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    const outcome = await keepFile(bytes, [jwk], now);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(['damaged', problem]).toContain(outcome.problem);
    expect(await savedPacks()).toEqual([]);
  });

  test('never when it is cut off', async () => {
    expect(await keepFile(aPack().slice(0, -1), [jwk], now)).toEqual({ ok: false, problem: 'damaged' });
  });

  test('in place of its earlier state, whose parts go', async () => {
    await keepFile(aPack('aaaaaaaaaaaaaaaa'), [jwk], now);
    const [earlier] = await savedPacks();
    await keepFile(aPack('bbbbbbbbbbbbbbbb'), [jwk], now);
    expect((await savedPacks()).map(({ manifest }) => manifest.state)).toEqual(['bbbbbbbbbbbbbbbb']);
    expect(earlier === undefined ? null : await partsOf(earlier)).toBeNull();
  });
});

describe('a kept pack answers', () => {
  test('inside its kelurahan, and says nothing elsewhere', async () => {
    await keepFile(aPack(), [jwk], now);
    expect(await ask('lon=116.805&lat=-1.195')).toMatchObject({ asOf: '2026-11-29', coverage: 'inside' });
    expect(await ask('lon=116.815&lat=-1.195')).toBeNull();
  });

  test('as of its last day once something else is in force, and not for other days', async () => {
    await keepFile(aPack(), [jwk], now);
    const later = new Date('2027-03-01T04:00:00Z');
    expect(await ask('lon=116.805&lat=-1.195', later)).toMatchObject({ asOf: '2026-12-31' });
    expect(await ask('lon=116.805&lat=-1.195&on=2027-02-01', later)).toBeNull();
    expect(await ask('lon=116.805&lat=-1.195&on=2025-12-31')).toBeNull();
  });

  test('finds coordinates and kelurahan by name', async () => {
    await keepFile(aPack(), [jwk], now);
    expect(await answerOffline('/api/v1/search?q=bar', now)).toMatchObject({ results: [{ name: 'BARAT' }] });
    // A street is in no pack: that is not “nothing found”.
    expect(await answerOffline('/api/v1/search?q=jalan', now)).toBeNull();
    expect(await answerOffline('/api/v1/search?q=-1.195%2C%20116.805', now)).toMatchObject({
      results: [{ kind: 'coordinate', point: [116.805, -1.195] }],
    });
  });

  test('is marked when the server has another state, and confirmed when it has the same', async () => {
    await keepFile(aPack(), [jwk], now);
    await confirmPacks(new Map([['kelurahan-1', 'ffffffffffffffff']]), now);
    expect((await savedPacks())[0]).toMatchObject({ isOutdated: true, confirmedAt: now.toISOString() });
    const later = new Date('2026-12-01T00:00:00Z');
    await confirmPacks(new Map([['kelurahan-1', '0123456789abcdef']]), later);
    expect((await savedPacks())[0]).toMatchObject({ isOutdated: false, confirmedAt: later.toISOString() });
  });
});

describe('of what is kept, that answers which holds', () => {
  const versions = [{ layerId: 'admin', versionId: '1000000000000002' }];
  const inForce = { versions, inForceFrom: '2026-01-01', validUntil: null };
  const point = { lon: 116.805, lat: -1.195 };
  const query = `lon=${point.lon}&lat=${point.lat}`;
  const from = async (asked = query, at = now) => (await ask(asked, at))?.device;
  const keep = (versionId: string, savedAt: Date) => {
    const [version] = anAnswer().versions;
    if (version === undefined) throw new Error('an answer names no version');
    const answer = anAnswer({ versions: [{ ...version, layerId: 'admin', versionId }] });
    return keepAnswer({ ...point, on: null, activity: null }, answer, savedAt);
  };
  beforeEach(async () => {
    await deleteAnswers();
    await noteRegister(inForce);
  });

  test('a kept answer that holds before the pack, the pack before a kept answer that is overtaken', async () => {
    await keepFile(aPack(), [jwk], now);
    await keep('1000000000000002', now);
    expect(await from()).toMatchObject({ kind: 'saved', isOutdated: false });
    await keep('ffffffffffffffff', now);
    expect(await from()).toMatchObject({ kind: 'pack', isOutdated: false });
  });

  test('when both are overtaken, what was in force last', async () => {
    await noteRegister({ ...inForce, versions: [] });
    await keepFile(aPack(), [jwk], now);
    await keep('ffffffffffffffff', new Date('2026-11-01T00:00:00Z'));
    expect(await from()).toMatchObject({ kind: 'pack', isOutdated: true });
    await keep('ffffffffffffffff', new Date('2026-11-30T00:00:00Z'));
    expect(await from()).toMatchObject({ kind: 'saved', isOutdated: true });
  });

  test('a pack of the city that holds before one of the kelurahan that does not', async () => {
    const stale = [{ ...manifestOf(aPack()).versions[0]!, version_id: '1000000000000001' }];
    await keepFile(aPack('aaaaaaaaaaaaaaaa', { versions: stale }), [jwk], now);
    expect(await from()).toMatchObject({ kind: 'pack', version: 'BARAT aaaaaaaaaaaaaaaa', isOutdated: true });
    const kota = { packId: 'kota', kind: 'city', title: 'Balikpapan' } as const;
    await keepFile(aPack('bbbbbbbbbbbbbbbb', kota), [jwk], now);
    expect(await from()).toMatchObject({ version: 'Balikpapan bbbbbbbbbbbbbbbb', isOutdated: false });
    const legend = await answerOffline('/api/v1/legend', now);
    expect(legend?.device).toMatchObject({ version: 'Balikpapan bbbbbbbbbbbbbbbb' });
  });

  test('a legend of the day that is asked for, or none', async () => {
    await keepFile(aPack(), [jwk], now);
    expect(await answerOffline('/api/v1/legend?on=2020-01-01', now)).toBeNull();
    expect(await answerOffline('/api/v1/legend?on=2026-05-01', now)).toMatchObject({ on: '2026-05-01' });
    expect(await answerOffline('/api/v1/legend', now)).toMatchObject({ on: '2026-11-29' });
  });
});

function manifestOf(bytes: Uint8Array): PackManifest {
  const file = readPackFile(bytes);
  if (!file.ok) throw new Error(file.problem);
  return file.value.manifest;
}
