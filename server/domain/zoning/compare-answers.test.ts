import { describe, expect, test } from 'vitest';
import { anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import { fc } from '../../../tests/support/properties.ts';
import type { Answer } from './answer.ts';
import { type Statements, statementsOf } from './answer-statements.ts';
import { applyChanges, compareAnswers, compareStatements, pairParts } from './compare-answers.ts';

const none = () => null;
const compare = (before: Answer, after: Answer) => compareAnswers(before, after, none, none);

/** One edit that a revision of a plan could make, on a copy. */
type Edit = (answer: Answer) => void;
const part = (answer: Answer) => answer.parts[0] ?? aPart();
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(9), fc.double({ min: 0, max: 100, noNaN: true })).map(
    ([at, value]): Edit =>
      (answer) => {
        const figure = pick(part(answer).figures, at);
        if (figure?.governing) figure.governing.value = value;
      },
  ),
  fc.nat(9).map(
    (at): Edit =>
      (answer) => {
        part(answer).figures.splice(at % part(answer).figures.length, 1);
      },
  ),
  fc.tuple(fc.nat(9), fc.constantFrom('I', 'T', 'B', 'X', 'unknown')).map(
    ([at, itbx]): Edit =>
      (answer) => {
        const group = pick(part(answer).itbx, at);
        const moved = group?.activities.shift();
        if (moved !== undefined) part(answer).itbx.push({ itbx: itbx as 'I', activities: [moved] });
      },
  ),
  fc.string().map(
    (article): Edit =>
      (answer) => {
        const source = answer.sources[0];
        if (source !== undefined) source.article = article;
      },
  ),
  fc.constantFrom('K-1', 'RTH-2').map(
    (code): Edit =>
      (answer) => {
        part(answer).zone.code = code;
      },
  ),
  fc.nat(30).map(
    (at): Edit =>
      (answer) => {
        const [moved] = answer.themes.notConcerned.splice(at % answer.themes.notConcerned.length, 1);
        if (moved !== undefined) answer.themes.noData.push({ ...moved, reason: 'outsideCoverage' });
      },
  ),
  fc.double({ min: 0, max: 100, noNaN: true }).map(
    (sharePct): Edit =>
      (answer) => {
        part(answer).sharePct = sharePct;
      },
  ),
  fc.constantFrom('R-3', 'K-1').map(
    (code): Edit =>
      (answer) => {
        const zone = { ...aPart().zone, code };
        answer.parts.push(aPart({ zone, featureNo: 99, layerId: 'rdtr-contoh' }));
      },
  ),
  fc.string().map(
    (body): Edit =>
      (answer) => {
        part(answer).notes.push({ kind: 'tpz', code: null, body, sourceId: 'rules-contoh/parkir' });
      },
  ),
);

const edited = (edits: readonly Edit[]): Answer => {
  const answer = structuredClone(anAnswer());
  for (const change of edits) change(answer);
  return answer;
};
/** What is compared of each statement. */
const compared = (statements: Statements) =>
  new Map([...statements].map(([key, { says, basis }]) => [key, { says, basis }]));

describe('comparing two answers for one place', () => {
  test('no edit, no change; and every statement of the answer is counted', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const { changes, sameCount } = compare(edited(edits), edited(edits));
        expect(changes).toEqual([]);
        const names = pairParts(edited(edits).parts, edited(edits).parts);
        expect(sameCount).toBe(statementsOf(edited(edits), names.before, none).size);
      }),
      { numRuns: 60 },
    );
  });

  test('the changes, done to the earlier statements, give the later ones', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.array(edit, { maxLength: 8 }), (one, other) => {
        const [before, after] = [edited(one), edited(other)];
        const names = pairParts(before.parts, after.parts);
        const old = statementsOf(before, names.before, none);
        const now = statementsOf(after, names.after, none);
        const { changes } = compareStatements(old, now);
        expect(compared(applyChanges(old, changes))).toEqual(compared(now));
        expect(changes.every((change) => change.before !== null || change.after !== null)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('a new zone code on the same ground is one change of zone, and its rules are compared with those before', () => {
    const after = structuredClone(anAnswer());
    part(after).zone.code = 'K-1';
    const kdb = part(after).figures.find((figure) => figure.measure === 'kdb');
    if (kdb?.governing) kdb.governing.value = 70;
    const { changes } = compare(anAnswer(), after);
    expect(changes.map(({ change, subject }) => [change, subject.kind, subject.code])).toEqual([
      ['changed', 'zone', 'zone'],
      ['changed', 'figure', 'kdb'],
    ]);
    expect(changes[1]?.before?.says).toMatchObject({ value: 60, unit: '%' });
    expect(changes[1]?.after?.says).toMatchObject({ value: 70, unit: '%' });
    expect(changes[1]?.after?.basis?.article).toBe('Lampiran Contoh I');
  });

  test('the same words by another article are a change of citation only', () => {
    const after = structuredClone(anAnswer());
    for (const source of after.sources) if (source.sourceId.endsWith('/parkir')) source.article = 'Pasal 31';
    expect(compare(anAnswer(), after).changes.map(({ change, subject }) => [change, subject.kind])).toEqual([
      ['citation', 'note'],
    ]);
  });

  test('an overlay that is gone, its rule with it, and an activity that needs conditions now', () => {
    const after = structuredClone(anAnswer());
    const flood = after.themes.concerned.find((theme) => theme.code === 'banjir');
    after.themes.concerned = after.themes.concerned.filter((theme) => theme.code !== 'banjir');
    after.themes.notConcerned.push({ ...(flood ?? after.themes.concerned[0]!), areas: [], effects: [] });
    const [allowed, , conditional] = part(after).itbx;
    const moved = allowed?.activities.shift();
    if (moved !== undefined) conditional?.activities.push({ ...moved, codes: ['B2'] });
    const found = compare(anAnswer(), after).changes.map(({ change, subject, before, after: now }) => [
      change,
      subject.kind,
      subject.code,
      before?.says.itbx ?? before?.says.state,
      now?.says.itbx ?? now?.says.state,
    ]);
    expect(found).toContainEqual(['changed', 'theme', 'banjir', 'concerned', 'notConcerned']);
    expect(found).toContainEqual(['removed', 'overlay', 'banjir sedang', undefined, undefined]);
    expect(found).toContainEqual(['changed', 'activity', 'rumah-tunggal', 'I', 'B']);
  });

  test('with a matrix citation the source of a verdict is told', () => {
    const citation = anAnswer().sources[3] ?? null;
    const before = compareAnswers(anAnswer(), anAnswer(), none, () => citation).changes;
    expect(new Set(before.map(({ change, subject }) => `${change} ${subject.kind}`))).toEqual(
      new Set(['citation activity']),
    );
  });
});
