import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { disputeCase, forgetDisputes, openCase, publicStanding } from '../../server/features/cases/index.ts';
import { findCase, setMoved } from '../../server/features/cases/queries.ts';
import { aCity } from './some-facts.ts';

/** As many as a city has after some months, each with its first move. */
async function fillCases(quiet: Sql): Promise<void> {
  await quiet`
    insert into violation_case (case_id, ticket, track, category, state, place, kelurahan_code, is_demo, opened_at)
    select gen_random_uuid(), 'LAP-00000-' || lpad(i::text, 5, '0'), 'bangunan', 'uji', 'diterima',
           st_setsrid(st_makepoint(116.8 + i / 100000.0, -1.2), 4326), '64.71.01.1001', true, '2026-11-01'
    from generate_series(1, 2000) i`;
  await quiet`
    insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor)
    select case_id, 'open', 'diterima', 'diterima', false, opened_at, 'public' from violation_case`;
  await quiet`
    insert into case_due (case_id, stage, since, due_on)
    select case_id, 'verify', move_no, '2026-11-04' from case_move`;
  for (const table of ['violation_case', 'case_move', 'case_due']) await quiet`analyze ${quiet(table)}`;
}

/** Takes cases through every door once, for whoever wants to see all of their statements. */
export async function workOnCases(quiet: Sql, sql: Sql): Promise<void> {
  await fillCases(quiet);
  const deps = { sql, city: aCity(), clock: { now: () => new Date('2026-11-23T02:00:00Z') } };
  const opening = {
    track: 'bangunan',
    category: 'uji',
    kelurahanCode: '64.71.01.1001',
    isDemo: true,
  } as const;
  const caseId = await sql.begin((tx) =>
    openCase(deps, tx, { ...opening, ticket: 'LAP-UJ1UJ-1UJ1U', place: [116.83, -1.24] }),
  );
  await publicStanding(deps, sql, caseId);
  const reportId = randomUUID();
  await sql.begin(async (tx) => {
    const row = await findCase(tx, caseId);
    await setMoved(tx, caseId, {
      ...row!,
      state: 'ditutup',
      outcome: 'tidakTerbukti',
      endedAt: deps.clock.now(),
    });
    await disputeCase(deps, tx, caseId, { reportId, words: 'Belum selesai (uji).' });
    await forgetDisputes(tx, reportId);
  });
}
