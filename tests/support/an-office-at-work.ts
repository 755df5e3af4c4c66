import type { Role } from '#domain/accounts/role';
import {
  type Queue,
  queueSchema,
  type StaffApplication,
  staffApplicationSchema,
} from '#domain/krk/application-answers';
import { EMPTY_ENTRY } from '#domain/krk/sheet';
import type { OwnHandle } from '../../server/features/applications/index.ts';
import { aPerson, type Person } from './a-person.ts';
import { insertSmallCity } from './a-small-city.ts';
import { anOffice, FILLED_FORM, type Office } from './an-office.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const ROLES: readonly Role[] = [
  'petugasLayanan',
  'surveyor',
  'analis',
  'verifikator',
  'pejabatPenandatangan',
  'pejabatPenghubung',
  'auditor',
  'administrator',
  'lurah',
];

/** Somebody at the desk, without an account; `rest` of the request is of no interest here. */
export const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;

/**
 * An office with one colleague for each role, over a database of its own with the small city, and what tests do in it. It is
 * there between `start` and `stop`.
 */
export class OfficeAtWork {
  readonly #name: string;
  readonly #people = new Map<Role, Person>();
  database!: TemporaryDatabase;
  folder!: TemporaryFolder;
  office!: Office;

  constructor(name: string) {
    this.#name = name;
  }

  start = async (): Promise<void> => {
    this.database = await createTemporaryDatabase();
    this.folder = makeTemporaryFolder(this.#name);
    await insertSmallCity(this.database.sql);
    this.office = anOffice(this.database.sql, this.folder.path);
    for (const role of ROLES)
      this.#people.set(
        role,
        await aPerson(this.database.sql, this.office.deps.keys, { roles: [role], name: `CONTOH ${role}` }),
      );
  };

  stop = async (): Promise<void> => {
    this.folder.remove();
    await this.database.drop();
  };

  personOf = (role: Role): Person => this.#people.get(role)!;

  /** Asks the office; what is no JSON has no body. */
  send = async (
    who: Role | Person,
    method: string,
    path: string,
    body?: unknown,
    revision?: number,
    // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of an answer
  ): Promise<{ status: number; body: any }> => {
    const { headers } = typeof who === 'string' ? this.personOf(who) : who;
    const response = await this.office.app.request(`/api/v1/staff/${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : null };
  };

  see = async (who: Role, id: string): Promise<StaffApplication> =>
    staffApplicationSchema.parse((await this.send(who, 'GET', `applications/${id}`)).body);

  queue = async (query = ''): Promise<Queue> =>
    queueSchema.parse((await this.send('pejabatPenandatangan', 'GET', `applications${query}`)).body);

  /** Takes a step as the application stands now. */
  step = async (who: Role | Person, id: string, name: string, body: object = {}) => {
    const { revision } = await this.see('auditor', id);
    return await this.send(who, 'POST', `applications/${id}/steps/${name}`, body, revision);
  };

  /** Takes steps one after the other, all of which are possible. */
  steps = async (id: string, ...taken: [Role, string, object?][]): Promise<StaffApplication> => {
    for (const [who, name, body] of taken) {
      const answer = await this.step(who, id, name, body);
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return await this.see('auditor', id);
  };

  /** A draft with everything filled in. */
  apply = async (
    fields: Readonly<Record<string, string>> = FILLED_FORM,
  ): Promise<{ own: () => Promise<OwnHandle>; id: string; ticket: string }> => {
    const { desk } = this.office;
    const made = await desk.make(visit(), 'id');
    if (!made.ok) throw new Error(made.problem.code);
    const { ticket, secret, applicationId } = made.value;
    const own = async () => (await this.office.desk.open(visit(), ticket, secret))!;
    const kept = await (await own()).keep(1, fields);
    if (!kept.ok || kept.value.length > 0) throw new Error(JSON.stringify(kept));
    return { own, id: applicationId, ticket };
  };

  submitted = async (fields?: Readonly<Record<string, string>>) => {
    const made = await this.apply(fields);
    const own = await made.own();
    const sent = await own.step(own.row.revision, 'submit', {});
    if (!sent.ok) throw new Error(sent.problem.code);
    return made;
  };

  /** Every question that the machine left open, answered by a person. */
  writeSheet = async (who: Role | Person, id: string, change: object = {}) => {
    const now = await this.see('auditor', id);
    const resolutions = now.blockers.map(({ name }) => ({
      blocker: name,
      finding: 'Diperiksa di lapangan (uji).',
    }));
    return await this.send(
      who,
      'PUT',
      `applications/${id}/sheet`,
      { ...EMPTY_ENTRY, outcome: 'disetujuiSeluruhnya', resolutions, ...change },
      now.revision,
    );
  };

  events = async (id: string, kind: string): Promise<Record<string, unknown>[]> =>
    (
      await this.database.sql<{ facts: Record<string, unknown> }[]>`
        select facts from log_event where kind = ${kind} and facts->>'applicationId' = ${id} order by recorded_at`
    ).map(({ facts }) => facts);
}
