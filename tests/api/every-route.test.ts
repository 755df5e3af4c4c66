import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, demandsSecondFactor, may, RIGHTS, reachOf, type Thing } from '#domain/accounts/rights';
import { ROLES, type Role } from '#domain/accounts/role';
import { OPENED_BY } from '#domain/report/who-sees';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { anApp } from '../support/an-app.ts';
import { makeThings, OWNED_ROOMS, type OwnedRoom } from '../support/own-and-foreign.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/** What is open to everybody. A route that stands neither here nor behind a guard fails the test. */
const OPEN = new Set([
  'GET /health',
  'GET /ready',
  'GET /metrics',
  'GET /api/v1/accounts/ways',
  'POST /api/v1/accounts/sign-in',
  'POST /api/v1/accounts/second-factor',
  'POST /api/v1/accounts/single-sign-on',
  'GET /api/v1/accounts/callback/sso',
  'POST /api/v1/accounts/invitations/read',
  'POST /api/v1/accounts/invitations/accept',
]);

interface Route {
  readonly method: string;
  readonly path: string;
  /** Undefined: nobody is asked who they are. */
  readonly action: Action | undefined;
}

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;
let app: ReturnType<typeof anApp>;
let routes: Route[];
let thingOf: Awaited<ReturnType<typeof makeThings>>;
let ids: Record<string, string>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('every-route');
  keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { keys, dataDirectory: folder.path, tilesDirectory: folder.path });
  routes = readRoutes();
  thingOf = await makeThings(database.sql, keys, folder.path, (path, init) => app.request(path, init));
  const somebody = await aPerson(database.sql, keys, { roles: ['pemohon'] });
  // People and what is sent to them belong to nobody: whoever may manage people reaches all of them.
  ids = { people: somebody.accountId, invitations: '00000000-0000-4000-8000-000000000000' };
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

/** Every method of every address that the application answers; what is put before all of them has a star. */
function readRoutes(): Route[] {
  const found = new Map<string, Route>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const key = `${method} ${path}`;
    const action = (handler as { action?: Action }).action ?? found.get(key)?.action;
    found.set(key, { method, path, action });
  }
  return [...found.values()];
}

/** What concerns nobody but who asks: open before there is a second factor. */
const isOwnAccount = (action: Action): boolean => action === 'account.keep' || action === 'account.enter';

const people = new Map<Role, Person>();
async function personOf(role: Role): Promise<Person> {
  const standing = { roles: [role], producerId: 'dppr', kelurahanCode: '64.71.99.1' };
  const person = people.get(role) ?? (await aPerson(database.sql, keys, standing));
  people.set(role, person);
  return person;
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** Something for a name in an address that stands for no thing; one that says what it looks like gets the first that does. */
const FILLINGS = [
  '00000000-0000-4000-8000-000000000000',
  'uji',
  '1',
  'uji.csv',
  'uji.xlsx',
  '1.mvt',
  '1.png',
];
const fill = (pattern: string | undefined): string =>
  FILLINGS.find((one) => pattern === undefined || new RegExp(`^(?:${pattern})$`).test(one)) ?? 'uji';
const addressOf = ({ path }: Route, things: Readonly<Record<string, string>>): string =>
  path
    .replace(/\/:file$/, '/zone-codes.csv')
    .replace(/\/([a-z-]+)\/:[a-zA-Z]+(?=\/|$)/g, (whole, room) =>
      room in things ? `/${room}/${things[room]}` : whole,
    )
    .replace(/:[a-zA-Z]+(?:\{([^}]*)\})?\??/g, (_, pattern) => fill(pattern))
    .replace(/\*/g, 'x');
/** The room whose thing an address names; undefined when what it names belongs to nobody. */
const ownedRoomOf = ({ path }: Route): OwnedRoom | undefined =>
  path.startsWith('/api/v1/staff/') || path.startsWith('/api/v1/accounts/')
    ? OWNED_ROOMS.find((room) => path.includes(`/${room}/:`))
    : undefined;

const WHOSE = ['own', 'foreign'] as const;
/** Rights that a handler asks for once it knows what is wanted: papers of an application show who somebody is. */
const ALSO_NEEDS: Readonly<Record<string, Action>> = {
  'GET /api/v1/staff/applications/:id/papers/:paperId': 'person.read',
};
/** What the table says; a file on its way is reached by who brings it alone, however far the right would reach. */
const reaches = (
  actor: Parameters<typeof may>[0],
  action: Action,
  room: OwnedRoom | undefined,
  facts: Thing,
): boolean =>
  room === 'uploads'
    ? reachOf(actor, action).length > 0 && facts.accountId === actor.accountId
    : may(actor, action, facts);

/** What was observed: everything, the own thing alone, nothing; `yes` where nothing belongs to anybody. */
function cellOf([own, foreign]: readonly boolean[]): string {
  if (own !== true) return foreign === true ? 'FOREIGN' : '–';
  if (foreign === undefined) return 'yes';
  return foreign ? 'own+foreign' : 'own';
}

async function ask(
  route: Route,
  headers: Record<string, string> = {},
  things: Readonly<Record<string, string>> = ids,
): Promise<{ status: number; code: unknown }> {
  const isRead = route.method === 'GET' || route.method === 'HEAD';
  const response = await app.request(addressOf(route, things), {
    method: route.method,
    headers: isRead ? headers : { ...headers, 'content-type': 'application/json' },
    ...(isRead ? {} : { body: '{}' }),
  });
  const body = response.headers.get('content-type')?.includes('json') === true ? await response.json() : {};
  return { status: response.status, code: body?.code };
}

describe('every route', () => {
  it('is open to everybody by intent, or asks the table of rights before anything else', () => {
    const guarded = routes.filter(({ action }) => action !== undefined);
    expect(guarded.length).toBeGreaterThan(15);
    expect(guarded.filter(({ action }) => !(action! in RIGHTS))).toEqual([]);
    const unguarded = routes.filter(({ action }) => action === undefined);
    const closed = unguarded.filter(
      ({ path }) => path.startsWith('/api/v1/staff') || path.startsWith('/api/v1/accounts'),
    );
    expect(closed.map(nameOf).filter((name) => !OPEN.has(name))).toEqual([]);
    // Outside of these rooms only reading is open, and questions that have to be sent.
    const writes = unguarded.filter(
      ({ method, path }) => method !== 'GET' && !closed.some((one) => one.path === path),
    );
    const questions = [
      '/api/v1/lookup',
      '/api/v1/lookup/file',
      '/api/v1/building',
      '/api/v1/building/file',
      // What anybody may say about data, limited by the place that it comes from.
      '/api/v1/corrections',
      '/lokasi/:place/keliru',
      '/keliru/:ticket',
      '/krk/ajukan',
      '/krk/permohonan/:ticket',
      '/krk/permohonan/:ticket/ganti',
      // Reports of violations: the one who holds the secret of one, or nobody yet.
      '/lapor',
      '/laporan/:ticket',
      '/api/v1/reports',
      // The place in a body, so that no proxy writes it down.
      '/api/v1/reports/place',
      '/api/v1/reports/photos/:photoId',
      '/api/v1/reports/:ticket/messages',
      '/api/v1/reports/:ticket/dispute',
      '/api/v1/reports/:ticket/erase',
      '/api/v1/reports/:ticket/secret',
      '/api/v1/reports/:ticket/consent',
      // What a browser says that it refused to run; counted and cut.
      '/csp-reports',
      // It gives out a document about ground that was drawn.
      '/api/v1/itr',
    ];
    expect(writes.filter(({ path }) => !questions.includes(path)).map(nameOf)).toEqual([]);
  });

  it('what a reporter is told about who reads a report is what the routes ask for', () => {
    const actionOf = (name: string) => routes.find((route) => nameOf(route) === name)?.action;
    const one = '/api/v1/staff/reports/:id';
    expect(OPENED_BY.person).toEqual([actionOf(`POST ${one}/person`)]);
    for (const method of ['GET', 'POST'])
      expect(OPENED_BY.messages).toEqual([actionOf(`${method} ${one}/messages`)]);
    for (const name of ['GET /api/v1/staff/cases/:id', `GET ${one}/photos/:photoId`])
      expect(OPENED_BY.report).toEqual([actionOf(name)]);
  });

  it('says 401 to nobody, 403 to the wrong role and to a password alone, 404 to who reaches only other things', async () => {
    const faults: string[] = [];
    const matrix: string[] = [];
    for (const route of routes.filter(({ action }) => action !== undefined)) {
      const action = route.action!;
      const rights: Partial<Record<Role, string>> = RIGHTS[action];
      const room = ownedRoomOf(route);
      const nobody = await ask(route);
      if (nobody.status !== 401) faults.push(`${nameOf(route)}: nobody got ${nobody.status}`);
      const cells: string[] = [];
      for (const role of ROLES) {
        const mayEnter = role in rights;
        const seen: boolean[] = [];
        for (const whose of room === undefined ? (['own'] as const) : WHOSE) {
          // Who has signed out comes back.
          if (isOwnAccount(action)) people.delete(role);
          const person = await personOf(role);
          const thing = room === undefined ? undefined : await thingOf(room, whose, person);
          const { status, code } = await ask(route, person.headers, { ...ids, ...thing?.ids });
          // Who applied has the right, and decides on no application of their own: the state table says so behind the door.
          const isOwnDecision = whose === 'own' && room !== undefined && code === 'secondPersonNeeded';
          const isLetIn =
            isOwnDecision || (status !== 401 && status !== 403 && (room === undefined || status !== 404));
          const actor = { ...person, roles: [role], producerId: 'dppr', kelurahanCode: '64.71.99.1' };
          const facts = thing?.facts;
          const also = ALSO_NEEDS[nameOf(route)];
          const isWide = also === undefined || reachOf(actor, also).length > 0;
          const should = facts === undefined ? mayEnter : isWide && reaches(actor, action, room, facts);
          const refusal = mayEnter && isWide ? 'notFound' : 'notAllowed';
          if (isLetIn !== should || (!isLetIn && code !== refusal) || status >= 500)
            faults.push(`${nameOf(route)}: ${role} got ${status} ${code} for what is ${whose}`);
          seen.push(isLetIn);
        }
        cells.push(cellOf(seen));
      }
      const [first] = ROLES.filter((role) => role in rights && demandsSecondFactor([role]));
      if (first !== undefined && !isOwnAccount(action)) {
        const half = await aPerson(database.sql, keys, {
          roles: [first],
          producerId: 'dppr',
          hasSecondFactor: false,
        });
        const thing = room === undefined ? undefined : await thingOf(room, 'own', half);
        const { code } = await ask(route, half.headers, { ...ids, ...thing?.ids });
        if (code !== 'secondFactorNeeded') faults.push(`${nameOf(route)}: a password alone got ${code}`);
      }
      matrix.push(
        `${nameOf(route).padEnd(66)} ${action.padEnd(20)} ${cells.map((cell) => cell.padEnd(12)).join('')}`,
      );
    }
    const head = `${''.padEnd(88)}${ROLES.map((role) => role.slice(0, 11).padEnd(12)).join('')}`;
    process.stdout.write(`\n${[head, ...matrix].join('\n')}\n`);
    expect(faults).toEqual([]);
  }, 120_000);

  it('what is open is open to everybody alike, whoever is signed in', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['administrator'] });
    const faults: string[] = [];
    const isOperators = (path: string) => path === '/metrics' || path.startsWith('/api/v1/accounts');
    for (const route of routes.filter(({ action, path }) => action === undefined && !isOperators(path))) {
      const [stranger, known] = [await ask(route), await ask(route, headers)];
      if (stranger.status === 401 || stranger.status === 403 || stranger.status !== known.status)
        faults.push(`${nameOf(route)}: ${stranger.status} and ${known.status}`);
    }
    expect(faults).toEqual([]);
  });
});
