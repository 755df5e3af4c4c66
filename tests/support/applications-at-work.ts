import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import sharp from 'sharp';
import type { Role } from '#domain/accounts/role';
import { DEMO_SETTINGS } from '#domain/krk/settings';
import { EMPTY_ENTRY, EMPTY_SHEET } from '#domain/krk/sheet';
import { problem } from '#domain/problem';
import { fail } from '#domain/result';
import { sweepApplications } from '../../server/features/applications/index.ts';
import { setEnded, setEndedBy } from '../../server/features/documents/queries.ts';
import { sweepRounds } from '../../server/features/field-rounds/index.ts';
import { endRoundAbout } from '../../server/features/field-rounds/queries.ts';
import { forgetUpload } from '../../server/features/uploads/index.ts';
import { aPerson, type Person } from './a-person.ts';
import { anOffice, FILLED_FORM, type Office } from './an-office.ts';

type Ask = (role: Role, method: string, path: string, body?: object) => Promise<Record<string, never>>;

/**
 * Takes one application through every door once: written, returned, held, surveyed, signed, revoked, objected to, erased. For
 * whoever wants to see all of its statements.
 * @param quiet makes the people
 */
export async function workOnApplications(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  // As many as an office has after some weeks: with a handful the plan of a statement depends on when the table grew a page.
  await quiet`
    insert into application (application_id, ticket, secret_hash, language, state, sheet, created_at)
    select gen_random_uuid(), 'KRK-00000-' || lpad(i::text, 5, '0'), '', 'id', 'draf', ${quiet.json(EMPTY_SHEET)},
           '2026-11-30'
    from generate_series(1, 2000) i`;
  await quiet`analyze application`;
  const office = anOffice(sql, folder);
  const roles: Role[] = [
    'petugasLayanan',
    'surveyor',
    'analis',
    'verifikator',
    'pejabatPenandatangan',
    'administrator',
  ];
  const people = new Map<Role, Person>();
  for (const role of roles) people.set(role, await aPerson(quiet, office.deps.keys, { roles: [role] }));
  const ask: Ask = async (role, method, path, body) => {
    const found = await office.app.request(
      `/api/v1/staff/${path.replace(/\/(steps|sheet|papers\/.*\/verdict|close|items).*/, '')}`,
      {
        headers: people.get(role)!.headers,
      },
    );
    const { revision = 0 } = (await found.json().catch(() => ({}))) as { revision?: number };
    const response = await office.app.request(`/api/v1/staff/${path}`, {
      method,
      headers: {
        ...people.get(role)!.headers,
        'content-type': 'application/json',
        'if-match': `"r${revision}"`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 400 && response.status !== 503) throw new Error(`${method} ${path}: ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : {};
  };
  const { headers } = people.get('surveyor')!;
  await decide(office, ask, headers, 'sign');
  await decide(office, ask, headers, 'reject');
  await ask('administrator', 'PUT', 'service-settings/krk', { ...DEMO_SETTINGS, retentionDays: 1 });
  await ask('administrator', 'PUT', 'holidays/2027', {
    source: 'Keputusan uji 1/2026',
    days: [{ day: '2027-01-04', name: 'Libur (uji)' }],
  });
  const { years } = (await ask('administrator', 'GET', 'holidays')) as unknown as {
    years: { tag: string }[];
  };
  await office.app.request('/api/v1/staff/holidays/2027', {
    method: 'PUT',
    headers: {
      ...people.get('administrator')!.headers,
      'content-type': 'application/json',
      'if-match': years[0]!.tag,
    },
    body: JSON.stringify({
      source: 'Keputusan uji 2/2026',
      days: [{ day: '2027-01-05', name: 'Libur (uji)' }],
    }),
  });
  await sweepApplications(office.deps);
  // What a document taken back, and a paper refused at the last moment, leave to be done.
  await setEnded(sql, 'tidak-ada', { to: 'dicabut', reason: 'uji', replacedBy: null });
  await setEndedBy(sql, 'tidak-ada', '00000000-0000-0000-0000-000000000000');
  const withdrawn = { decision: 'withdrawn', outlineItemId: null, comparison: null, reason: null } as const;
  await endRoundAbout(sql, {
    subjectKind: 'application',
    subjectId: '00000000-0000-0000-0000-000000000000',
    closing: { schema: 'field-round/1', ...withdrawn },
    now: new Date(),
  });
  await forgetUpload(sql, '00000000-0000-0000-0000-000000000000');
}

/** A round on site with one of everything that has a statement of its own. */
async function measure(
  office: Office,
  ask: Ask,
  surveyor: Person['headers'],
  subjectId: string,
  decision: 'takeMeasured' | 'acceptApplied',
): Promise<void> {
  const rounds = 'field-rounds/application';
  const [roundId, photoId, noteId, lonelyId] = Array.from({ length: 4 }, () => randomUUID());
  await ask('surveyor', 'GET', rounds);
  await ask('surveyor', 'PUT', `${rounds}/${roundId}`, { subjectId });
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer();
  for (const itemId of [photoId, lonelyId])
    await office.app.request(`/api/v1/staff/${rounds}/${roundId}/items/${itemId}/photo`, {
      method: 'PUT',
      headers: { ...surveyor, 'content-type': 'image/jpeg' },
      body: picture,
    });
  const put = (itemId: string | undefined, content: object): Promise<unknown> =>
    ask('surveyor', 'PUT', `${rounds}/${roundId}/items/${itemId}`, {
      schema: 'field-item/1',
      recordedAt: '2026-11-23T09:30:00+08:00',
      content,
    });
  const photo = { kind: 'photo', caption: null, at: null, accuracyM: null, bearing: null, takenAt: null };
  await put(photoId, photo);
  const corners = [
    [116.805, -1.1948],
    [116.8051, -1.1948],
    [116.8051, -1.1947],
    [116.805, -1.1947],
  ];
  await put(noteId, { kind: 'outline', corners, accuracyM: null });
  await ask('surveyor', 'GET', `${rounds}/about/${subjectId}`);
  await ask('surveyor', 'POST', `${rounds}/${roundId}/close`, {
    decision,
    outlineItemId: noteId,
    reason: 'Sesuai (uji).',
  });
  await sweepRounds({ sql: office.deps.sql, clock: { now: () => new Date('2027-01-01T00:00:00Z') } });
}

const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;

async function decide(
  office: Office,
  ask: Ask,
  surveyor: Person['headers'],
  decision: 'sign' | 'reject',
): Promise<void> {
  const made = await office.desk.make(visit(), 'id');
  if (!made.ok) throw new Error(made.problem.code);
  const { ticket, secret, applicationId: id } = made.value;
  const own = async () => (await office.desk.open(visit(), ticket, secret))!;
  const act = async (
    work: (handle: Awaited<ReturnType<typeof own>>, revision: number) => Promise<{ ok: boolean }>,
  ): Promise<void> => {
    const handle = await own();
    const outcome = await work(handle, handle.row.revision);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  };
  await act((handle, revision) => handle.keep(revision, FILLED_FORM));
  const pdf = new TextEncoder().encode('%PDF-1.7');
  await act((handle, revision) => handle.addPaper(revision, 'ktp', pdf));
  await act((handle, revision) => handle.addPaper(revision, 'rencana-tapak', pdf));
  const [first] = (await (await own()).read()).papers;
  await act((handle, revision) => handle.dropPaper(revision, first!.paperId));
  await act((handle, revision) => handle.step(revision, 'submit', {}));
  await ask('petugasLayanan', 'GET', `applications?overdue=true`);
  await ask('petugasLayanan', 'GET', 'document-numbers?series=krk-uji&year=2026&below=9');
  await ask('petugasLayanan', 'GET', `applications/${id}/person`);
  await ask('petugasLayanan', 'POST', `applications/${id}/steps/takeUp`, {});
  const [paper] = (await (await own()).read()).papers;
  const path = `applications/${id}/papers/${paper!.paperId}`;
  await ask('petugasLayanan', 'POST', `${path}/verdict`, { verdict: 'accepted' });
  await ask('petugasLayanan', 'POST', `applications/${id}/steps/acceptForSurvey`, {});
  await measure(office, ask, surveyor, id, decision === 'sign' ? 'takeMeasured' : 'acceptApplied');
  const { blockers } = (await ask('analis', 'GET', `applications/${id}`)) as unknown as {
    blockers: { name: string }[];
  };
  const resolutions = blockers.map(({ name }) => ({ blocker: name, finding: 'Diperiksa (uji).' }));
  // Somebody waits for it: another number of days is another due day.
  if (decision === 'reject')
    await ask('administrator', 'PUT', 'service-settings/krk', {
      ...DEMO_SETTINGS,
      serviceDays: 3,
      retentionDays: 1,
    });
  await ask('analis', 'GET', `applications/${id}/drawing`);
  await ask('analis', 'PUT', `applications/${id}/sheet`, {
    ...EMPTY_ENTRY,
    outcome: decision === 'sign' ? 'disetujuiSebagian' : 'tidakSesuai',
    approved: decision === 'sign' ? { parts: [1] } : null,
    resolutions,
  });
  await ask('analis', 'POST', `applications/${id}/steps/propose`, {});
  await ask('verifikator', 'POST', `applications/${id}/steps/confirm`, {});
  office.breakPrinter(async () => fail(problem('busy')));
  await ask('pejabatPenandatangan', 'POST', `applications/${id}/steps/sign`, {});
  office.breakPrinter();
  const words = { reason: 'Keliru (uji).', article: 'Pasal 1 (uji)' };
  if (decision === 'sign') await ask('pejabatPenandatangan', 'POST', `applications/${id}/steps/sign`, {});
  await ask(
    'pejabatPenandatangan',
    'POST',
    `applications/${id}/steps/${decision === 'sign' ? 'revoke' : 'reject'}`,
    words,
  );
  await office.desk.status(ticket);
  await act((handle) => handle.erase());
}
