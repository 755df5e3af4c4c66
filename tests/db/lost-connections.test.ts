import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Queryable } from '../../server/platform/db.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
const pools: Database[] = [];

beforeAll(async () => {
  database = await createTemporaryDatabase({ migrated: false });
  await database.sql`create table note (text text)`;
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end({ timeout: 1 })));
  await database.sql`truncate note`;
});
afterAll(() => database.drop());

function aPool(maxConnections: number): Database {
  const pool = openDatabase(database.url, { maxConnections });
  pools.push(pool);
  return pool;
}

const pidOf = async (sql: Queryable): Promise<number> =>
  (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;

/** Ends a session as a restart does, and waits until it has gone. */
async function kill(pid: number): Promise<void> {
  await database.sql`select pg_terminate_backend(${pid}, 5000)`;
}

/** What a rejected promise says; none may be left to end the process. */
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: { code?: string }) => error.code,
  );

function aGate(): { goOn: Promise<void>; mayGoOn: () => void } {
  let mayGoOn = (): void => {};
  const goOn = new Promise<void>((resolve) => {
    mayGoOn = resolve;
  });
  return { goOn, mayGoOn };
}

const notes = async (): Promise<string[]> =>
  (await database.sql<{ text: string }[]>`select text from note order by text`).map(({ text }) => text);

/** What an uncaught error or rejection would be; vitest fails for one as well, this names the case. */
const uncaught: unknown[] = [];
process.on('uncaughtException', (error) => uncaught.push(error));

describe('a connection that is lost', () => {
  it('inside a statement of a transaction: the transaction fails, the pool goes on', async () => {
    const sql = aPool(1);
    let pid = 0;
    const lost = failureOf(
      sql.begin(async (tx) => {
        await tx`insert into note values ('lost')`;
        pid = await pidOf(tx);
        await tx`select pg_sleep(30)`;
      }),
    );
    while (pid === 0) await wait(5);
    await kill(pid);
    expect(await lost).toMatch(/^(CONNECTION_CLOSED|57P01)$/);
    expect(await pidOf(sql)).not.toBe(pid);
    await sql.begin((tx) => tx`insert into note values ('kept')`);
    expect(await notes()).toEqual(['kept']);
    expect(uncaught).toEqual([]);
  });

  it('between two statements: what the transaction still writes is refused, and never another’s', async () => {
    const sql = aPool(1);
    const { goOn, mayGoOn } = aGate();
    let pid = 0;
    const lost = failureOf(
      sql.begin(async (tx) => {
        pid = await pidOf(tx);
        await goOn;
        await tx`insert into note values ('of the dead')`;
      }),
    );
    while (pid === 0) await wait(5);
    await kill(pid);
    const other = sql.begin(async (tx) => {
      await tx`insert into note values ('of the living')`;
      mayGoOn();
      expect(await lost).toBe('CONNECTION_CLOSED');
      await tx`insert into note values ('and more')`;
    });
    await other;
    expect(await notes()).toEqual(['and more', 'of the living']);
    expect(uncaught).toEqual([]);
  });

  it('inside a copy: the copy fails', async () => {
    const sql = aPool(2);
    const copying = failureOf(
      sql.begin(async (tx) => {
        const pid = await pidOf(tx);
        const stream = await tx`copy note from stdin`.writable();
        await pipeline(async function* () {
          yield 'lost\n';
          await kill(pid);
          for (let line = 0; line < 1000; line += 1) yield `${'x'.repeat(1000)}\n`;
        }, stream);
      }),
    );
    expect(await copying).not.toBe('no failure');
    expect(await pidOf(sql)).toBeGreaterThan(0);
    expect(await notes()).toEqual([]);
    expect(uncaught).toEqual([]);
  });

  it('takes its pool with it: what runs and what waits there is refused at once, what comes next is not', async () => {
    const sql = aPool(2);
    const pids: number[] = [];
    const asleep = async (tx: Queryable): Promise<void> => {
      pids.push(await pidOf(tx));
      await tx`select pg_sleep(${30})`;
    };
    const running = [sql.begin(asleep), sql.begin(asleep)].map(failureOf);
    while (pids.length < 2) await wait(5);
    const waiting = [sql`select 1`.execute(), sql.begin(pidOf), sql.reserve()].map(failureOf);
    await kill(pids[0] ?? 0);
    expect(await Promise.all(running)).toEqual(['CONNECTION_CLOSED', 'CONNECTION_CLOSED']);
    expect(await Promise.all(waiting)).not.toContain('no failure');
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    expect(uncaught).toEqual([]);
  });

  it('held by one caller: every further statement is refused, in whatever order', async () => {
    const sql = aPool(2);
    const held = await sql.reserve();
    const pid = await pidOf(held);
    const sleeping = failureOf(held`select pg_sleep(${30})`);
    await wait(50);
    await kill(pid);
    expect(await sleeping).toBe('CONNECTION_CLOSED');
    expect(await failureOf(held`select ${1}::int`)).toMatch(/^CONNECTION_/);
    expect(await failureOf(held`select 1`)).toMatch(/^CONNECTION_/);
    held.release();
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    expect(uncaught).toEqual([]);
  });

  it('refuses at once what waits when it was the only one', async () => {
    const sql = aPool(1);
    let pid = 0;
    const lost = failureOf(
      sql.begin(async (tx) => {
        pid = await pidOf(tx);
        await tx`select pg_sleep(30)`;
      }),
    );
    while (pid === 0) await wait(5);
    const waiting = failureOf(sql`select 1`.execute());
    await kill(pid);
    expect(await lost).toMatch(/^(CONNECTION_CLOSED|57P01)$/);
    expect(await waiting).toMatch(/^CONNECTION_/);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it('again and again leaves no session behind', async () => {
    const sql = aPool(3);
    for (let round = 0; round < 10; round += 1) {
      const pids = await Promise.all([1, 2, 3].map(() => sql.begin(pidOf)));
      await Promise.all(pids.map(kill));
      await sql`select 1`.catch(() => {});
    }
    await sql`select 1`;
    await sql.end({ timeout: 1 });
    const [left] = await database.sql<{ count: number }[]>`
      select count(*)::int from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    // The pool of this file has up to four of its own.
    expect(left?.count).toBeLessThan(4);
    expect(uncaught).toEqual([]);
  });

  it('that never came up is refused, each time anew', async () => {
    const nobody = openDatabase('postgres://nobody@127.0.0.1:1/none', { maxConnections: 2 });
    for (let round = 0; round < 3; round += 1) {
      const failures = await Promise.all([1, 2, 3, 4].map(() => failureOf(nobody`select 1`)));
      expect(failures).toEqual(Array(4).fill('ECONNREFUSED'));
    }
    await nobody.end({ timeout: 1 });
    expect(uncaught).toEqual([]);
  });
});

describe('many at once', () => {
  it('a transaction that begins behind a full pipeline is one: none is refused, none is left open', async () => {
    const sql = aPool(2);
    const ask = (count: number) => Array.from({ length: count }, () => sql`select length(${'x'})`.execute());
    // What is prepared already is sent without waiting: 200 on two connections are all that the driver would pipeline.
    await Promise.all(ask(20));
    const readers = ask(200);
    const writers = Array.from({ length: 40 }, (_, i) =>
      sql.begin((tx) => tx`insert into note values (${`n${i}`})`),
    );
    const outcomes = await Promise.allSettled([...readers, ...writers, ...ask(200)]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await notes()).toHaveLength(40);
    const idle = await database.sql`
      select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
    expect(idle).toHaveLength(0);
  });
});
