import type { Answer, Part } from './answer.ts';
import {
  type MatrixCitation,
  type Says,
  type Statement,
  type Statements,
  type Subject,
  statementsOf,
} from './answer-statements.ts';

/**
 * One thing that the later answer says differently. `citation`: it says the same by another article or regulation.
 * Before is null when it was added, after is null when it is gone.
 */
export interface Change {
  readonly change: 'added' | 'removed' | 'changed' | 'citation';
  readonly key: string;
  readonly subject: Subject;
  readonly before: Pick<Statement, 'says' | 'basis'> | null;
  readonly after: Pick<Statement, 'says' | 'basis'> | null;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Statements that are the same in both, source included. */
  readonly sameCount: number;
}

/** What two answers for one place on two days say differently, rule by rule. Pure; equal answers have no changes. */
export function compareAnswers(
  before: Answer,
  after: Answer,
  matrixBefore: MatrixCitation,
  matrixAfter: MatrixCitation,
): Comparison {
  const names = pairParts(before.parts, after.parts);
  return compareStatements(
    statementsOf(before, names.before, matrixBefore),
    statementsOf(after, names.after, matrixAfter),
  );
}

/** The changes that lead from one set of statements to the other. */
export function compareStatements(before: Statements, after: Statements): Comparison {
  const changes: Change[] = [];
  let sameCount = 0;
  for (const [key, old] of before) {
    const now = after.get(key);
    if (now === undefined) changes.push(changeOf('removed', key, old, null));
    else if (!areEqual(old.says, now.says)) changes.push(changeOf('changed', key, old, now));
    else if (!areEqual(old.basis, now.basis)) changes.push(changeOf('citation', key, old, now));
    else sameCount += 1;
  }
  for (const [key, now] of after) if (!before.has(key)) changes.push(changeOf('added', key, null, now));
  return { changes, sameCount };
}

/** The statements after the changes: what {@link compareStatements} found, done to the earlier statements. */
export function applyChanges(before: Statements, changes: readonly Change[]): Statements {
  const result = new Map(before);
  for (const { key, subject, after } of changes) {
    if (after === null) result.delete(key);
    else result.set(key, { subject, ...after });
  }
  return result;
}

/**
 * Names for the parts of both answers, so that parts that correspond are called alike: the only part of a plan on both
 * days is the same ground even when its zone changed; of several, those with the same zone code correspond.
 */
export function pairParts(
  before: readonly Part[],
  after: readonly Part[],
): { before: string[]; after: string[] } {
  const countOf = (parts: readonly Part[], layerId: string): number =>
    parts.filter((part) => part.layerId === layerId).length;
  const namesOf = (parts: readonly Part[]): string[] => {
    const used = new Map<string, number>();
    return parts.map(({ layerId, zone }) => {
      const isOnly = countOf(before, layerId) === 1 && countOf(after, layerId) === 1;
      const base = isOnly ? layerId : `${layerId} ${zone.code}`;
      const n = (used.get(base) ?? 0) + 1;
      used.set(base, n);
      return n === 1 ? base : `${base} ${n}`;
    });
  };
  return { before: namesOf(before), after: namesOf(after) };
}

function changeOf(
  change: Change['change'],
  key: string,
  before: Statement | null,
  after: Statement | null,
): Change {
  const said = (statement: Statement | null) =>
    statement === null ? null : { says: statement.says, basis: statement.basis };
  const subject = (after ?? before)?.subject;
  if (subject === undefined) throw new Error('a change of nothing');
  return { change, key, subject, before: said(before), after: said(after) };
}

const areEqual = (a: Says | Statement['basis'], b: Says | Statement['basis']): boolean =>
  JSON.stringify(Object.entries(a ?? {}).sort()) === JSON.stringify(Object.entries(b ?? {}).sort());
