import type { Sql } from 'postgres';
import { expect, test } from 'vitest';
import type { FactRow, VersionFact } from '#domain/zoning/facts';
import { knownRegister, versionRows } from './known-register.ts';

const aDatabase = () => (() => undefined) as unknown as Sql;
const version = (layer_id: string, version_id: string): VersionFact => ({
  layer_id,
  kind: 'overlay',
  theme: 'banjir',
  version_id,
  valid_from: '2026-01-01',
  decree: 'CONTOH',
  publication_id: 1,
  rules_layer_id: null,
  regulation_id: null,
  is_demo: true,
  title: layer_id,
  plan_scale: null,
  imported_at: '2026-01-01T00:00:00Z',
  special_fields: [],
  covers: true,
});
const told = (...versions: VersionFact[]): FactRow[] => versions.map((fact) => ({ kind: 'version', fact }));
const register = (state: string, uncovered: string[] = []) => JSON.stringify({ state, uncovered });
const day = '2026-11-30';

test('versions that are known are not told again, and are the same values', () => {
  const sql = aDatabase();
  const first = versionRows(sql, day, knownRegister(sql, day), register('a'), told(version('banjir', 'v1')));
  const again = versionRows(sql, day, knownRegister(sql, day), register('a'), []);
  expect(again).toEqual(first);
  expect(again[0]?.fact).toBe(first[0]?.fact);
});

test('another state of the register replaces what was known', () => {
  const sql = aDatabase();
  versionRows(sql, day, undefined, register('a'), told(version('banjir', 'v1')));
  versionRows(sql, day, knownRegister(sql, day), register('b'), told(version('banjir', 'v2')));
  expect(knownRegister(sql, day)).toMatchObject({ state: 'b', versions: [{ version_id: 'v2' }] });
});

test('a question asked with an older state gets the versions that came with its own answer', () => {
  const sql = aDatabase();
  versionRows(sql, day, undefined, register('a'), told(version('banjir', 'v1')));
  const asked = knownRegister(sql, day);
  versionRows(sql, day, asked, register('b'), told(version('banjir', 'v2')));
  const rows = versionRows(sql, day, asked, register('a'), []);
  expect(rows).toMatchObject([{ fact: { version_id: 'v1' } }]);
});

test('a layer that does not speak about the place says so there and nowhere else', () => {
  const sql = aDatabase();
  const versions = told(version('banjir', 'v1'), version('kkop', 'v3'));
  const rows = versionRows(sql, day, undefined, register('a', ['kkop']), versions);
  expect(rows).toMatchObject([{ fact: { covers: true } }, { fact: { covers: false } }]);
  expect(versionRows(sql, day, knownRegister(sql, day), register('a'), [])).toMatchObject([
    { fact: { covers: true } },
    { fact: { covers: true } },
  ]);
});

test('each database and each day has a register of its own', () => {
  const [one, other] = [aDatabase(), aDatabase()];
  versionRows(one, day, undefined, register('a'), told(version('banjir', 'v1')));
  expect(knownRegister(other, day)).toBeUndefined();
  expect(knownRegister(one, '2025-01-01')).toBeUndefined();
});
