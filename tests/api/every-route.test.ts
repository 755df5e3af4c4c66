import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, demandsSecondFactor, RIGHTS } from '#domain/accounts/rights';
import { ROLES, type Role } from '#domain/accounts/role';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { anApp } from '../support/an-app.ts';
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

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('every-route');
  keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { keys, dataDirectory: folder.path, tilesDirectory: folder.path });
  routes = readRoutes();
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

const people = new Map<Role, Person>();
async function personOf(role: Role): Promise<Person> {
  const standing = { roles: [role], producerId: 'dppr', kelurahanCode: '64.71.99.1' };
  const person = people.get(role) ?? (await aPerson(database.sql, keys, standing));
  people.set(role, person);
  return person;
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** Something for a name in an address; one that says what it looks like gets the first that does. */
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
const addressOf = ({ path }: Route): string =>
  path.replace(/:[a-zA-Z]+(?:\{([^}]*)\})?\??/g, (_, pattern) => fill(pattern)).replace(/\*/g, 'x');

async function ask(
  route: Route,
  headers: Record<string, string> = {},
): Promise<{ status: number; code: unknown }> {
  const isRead = route.method === 'GET' || route.method === 'HEAD';
  const response = await app.request(addressOf(route), {
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
      '/krk/ajukan',
      '/krk/permohonan/:ticket',
      // It gives out a document about ground that was drawn.
      '/api/v1/itr',
    ];
    expect(writes.filter(({ path }) => !questions.includes(path)).map(nameOf)).toEqual([]);
  });

  it('says 401 to nobody, 403 to the wrong role and to a password alone, and lets the right role in', async () => {
    const faults: string[] = [];
    const matrix: string[] = [];
    for (const route of routes.filter(({ action }) => action !== undefined)) {
      const action = route.action!;
      const rights: Partial<Record<Role, string>> = RIGHTS[action];
      const nobody = await ask(route);
      if (nobody.status !== 401) faults.push(`${nameOf(route)}: nobody got ${nobody.status}`);
      const cells: string[] = [];
      for (const role of ROLES) {
        const { headers } = await personOf(role);
        const { status, code } = await ask(route, headers);
        // Who has signed out comes back.
        if (action === 'account.keep') people.delete(role);
        const isLetIn = status !== 401 && status !== 403;
        const mayEnter = role in rights;
        if (isLetIn !== mayEnter || (!mayEnter && code !== 'notAllowed') || status >= 500)
          faults.push(`${nameOf(route)}: ${role} got ${status} ${code}`);
        cells.push(isLetIn ? (rights[role] ?? '?') : '–');
      }
      const [first] = ROLES.filter((role) => role in rights && demandsSecondFactor([role]));
      if (first !== undefined && action !== 'account.keep') {
        const half = await aPerson(database.sql, keys, {
          roles: [first],
          producerId: 'dppr',
          hasSecondFactor: false,
        });
        const { code } = await ask(route, half.headers);
        if (code !== 'secondFactorNeeded') faults.push(`${nameOf(route)}: a password alone got ${code}`);
      }
      matrix.push(
        `${nameOf(route).padEnd(58)} ${action.padEnd(20)} ${cells.map((cell) => cell.padEnd(12)).join('')}`,
      );
    }
    const head = `${''.padEnd(80)}${ROLES.map((role) => role.slice(0, 11).padEnd(12)).join('')}`;
    process.stdout.write(`\n${[head, ...matrix].join('\n')}\n`);
    expect(faults).toEqual([]);
  });

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
