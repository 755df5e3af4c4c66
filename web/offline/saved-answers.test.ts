import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { anAnswer } from '../../tests/support/an-answer.ts';
import { answerOffline } from './answer-offline.ts';
import { provenance } from './provenance.ts';
import {
  answerKey,
  deleteAnswers,
  keepAnswer,
  markOutdated,
  savedAnswer,
  savedPlaces,
} from './saved-answers.ts';

beforeEach(deleteAnswers);
const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 4, minute));
const answer = anAnswer();
const [lng, lat] = answer.place.point;
const path = `/api/v1/lookup?lon=${lng}&lat=${lat}`;

test('an answer comes back for the same place, day and question only, and says when it was kept', async () => {
  await keepAnswer(answerKey(lng, lat, null, null), answer, at(0));
  const found = await answerOffline(path);
  expect(found).toEqual(answer);
  expect(provenance.get(found ?? {})).toMatchObject({
    kind: 'saved',
    at: at(0).toISOString(),
    isOutdated: false,
  });
  expect(await answerOffline(`${path}&activity=bengkel`)).toBeNull();
  expect(await answerOffline(`${path}&on=2026-01-01`)).toBeNull();
});

test('an answer of which a source failed is not kept', async () => {
  await keepAnswer(answerKey(lng, lat, null, null), { ...answer, isComplete: false }, at(0));
  expect(await savedPlaces()).toEqual([]);
});

test('fifty are kept, the oldest go', async () => {
  for (let n = 0; n < 53; n++) await keepAnswer(answerKey(lng, lat + n / 1000, null, null), answer, at(n));
  expect(await savedAnswer(answerKey(lng, lat, null, null))).toBeNull();
  expect(await savedAnswer(answerKey(lng, lat + 0.003, null, null))).not.toBeNull();
});

test('what was made from other versions than those in force is marked, and unmarked when they come back', async () => {
  const key = answerKey(lng, lat, null, null);
  await keepAnswer(key, answer, at(0));
  const own = new Map(answer.versions.map(({ layerId, versionId }) => [layerId, versionId]));
  const [layerId = ''] = own.keys();
  await markOutdated(new Map(own).set(layerId, 'ffffffffffffffff'));
  expect((await savedAnswer(key))?.isOutdated).toBe(true);
  await markOutdated(own);
  expect((await savedAnswer(key))?.isOutdated).toBe(false);
});
