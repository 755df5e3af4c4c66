import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { anAnswer } from '../../tests/support/an-answer.ts';
import { answerOffline } from './answer-offline.ts';
import { noteRegister } from './register.ts';
import { deleteAnswers, keepAnswer, savedAnswer, savedPlaces } from './saved-answers.ts';

beforeEach(async () => {
  await deleteAnswers();
  // As the server says it: files of tests share one store, and another's register would judge these answers.
  const versions = answer.versions.map(({ layerId, versionId }) => ({ layerId, versionId }));
  await noteRegister({ versions, inForceFrom: '2026-01-01', validUntil: null });
});
const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 4, minute));
const [plan] = anAnswer().versions;
if (plan === undefined) throw new Error('an answer names no version');
const rules = { ...plan, layerId: 'rules-contoh', kind: 'rules' as const, versionId: '9'.repeat(16) };
const answer = anAnswer({ versions: [...anAnswer().versions, rules] });
const [lng, lat] = answer.place.point;
const question = { lon: lng, lat, on: null, activity: null };
const path = `/api/v1/lookup?lon=${lng}&lat=${lat}`;

test('an answer comes back for the same place, day and question only, and says when it was kept', async () => {
  await keepAnswer(question, answer, at(0));
  const found = await answerOffline(path);
  expect(found).toMatchObject(answer);
  expect(found?.device).toMatchObject({
    kind: 'saved',
    at: at(0).toISOString(),
    isOutdated: false,
  });
  expect(await answerOffline(`${path}&activity=bengkel`)).toBeNull();
  expect(await answerOffline(`${path}&on=2026-01-01`)).toBeNull();
});

test('an answer of which a source failed is not kept', async () => {
  await keepAnswer(question, { ...answer, isComplete: false }, at(0));
  expect(await savedPlaces()).toEqual([]);
});

test('fifty are kept, the oldest go', async () => {
  for (let n = 0; n < 53; n++) await keepAnswer({ ...question, lat: lat + n / 1000 }, answer, at(n));
  expect(await savedAnswer(question)).toBeNull();
  expect(await savedAnswer({ ...question, lat: lat + 0.003 })).not.toBeNull();
});

describe('a kept answer is told as overtaken', () => {
  const versions = answer.versions.map(({ layerId, versionId }) => ({ layerId, versionId }));
  const register = { versions, inForceFrom: '2026-11-01', validUntil: null };
  const keep = (on: string | null = null, kept = answer) => keepAnswer({ ...question, on }, kept, at(0));
  const isOld = async (on: string | null = null, moment = at(1)): Promise<boolean | undefined> => {
    const found = await answerOffline(on === null ? path : `${path}&on=${on}`, moment);
    return found?.device?.isOutdated;
  };

  test('by nothing while the same is in force', async () => {
    await keep();
    await noteRegister(register);
    expect(await isOld()).toBe(false);
  });

  test('by rules alone, by a layer that is gone, and by one that is new; no longer when they come back', async () => {
    await keep();
    const others = versions.filter(({ layerId }) => layerId !== rules.layerId);
    await noteRegister({
      ...register,
      versions: [...others, { layerId: rules.layerId, versionId: 'f'.repeat(16) }],
    });
    expect(await isOld()).toBe(true);
    await noteRegister({ ...register, versions: others });
    expect(await isOld()).toBe(true);
    await noteRegister({
      ...register,
      versions: [...versions, { layerId: 'baru', versionId: 'f'.repeat(16) }],
    });
    expect(await isOld()).toBe(true);
    await noteRegister(register);
    expect(await isOld()).toBe(false);
  });

  test('by a day on which something else comes into force, and by the end of a source', async () => {
    const early = new Date('2026-12-05T04:00:00Z');
    await keep();
    await noteRegister({ ...register, validUntil: '2026-12-01' });
    expect(await isOld()).toBe(false);
    expect(await isOld(null, early)).toBe(true);
    await noteRegister(register);
    expect(await isOld(null, early)).toBe(false);
    const [source] = answer.sources;
    if (source === undefined) throw new Error('the answer has no source');
    await keep(null, { ...answer, asOf: '2026-11-29', sources: [{ ...source, validTo: '2026-12-03' }] });
    expect(await isOld()).toBe(false);
    expect(await isOld(null, early)).toBe(true);
  });

  test('by a rule that begins without a publication: before the server is asked again, and after', async () => {
    const later = new Date('2026-12-05T04:00:00Z');
    await keep(null, { ...answer, asOf: '2026-11-29' });
    await noteRegister({ ...register, rulesFrom: '2020-01-01', rulesUntil: '2026-12-01' });
    expect(await isOld()).toBe(false);
    expect(await isOld(null, later)).toBe(true);
    await noteRegister({ ...register, rulesFrom: '2026-12-01', rulesUntil: null });
    expect(await isOld(null, later)).toBe(true);
    // Asked anew on that day it holds again; and what was asked for a day of its own is not touched.
    await keep(null, { ...answer, asOf: '2026-12-01' });
    expect(await isOld(null, later)).toBe(false);
    await keep('2026-11-15', { ...answer, asOf: '2026-11-15' });
    expect(await isOld('2026-11-15', later)).toBe(false);
  });

  test('not by today, when it was asked for a day of the past', async () => {
    await keep('2020-01-01');
    await noteRegister({ ...register, versions: [] });
    expect(await isOld('2020-01-01')).toBe(false);
    await keep('2026-11-15');
    expect(await isOld('2026-11-15')).toBe(true);
  });
});
