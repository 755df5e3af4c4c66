import type { Socket } from 'node:net';
import type postgres from 'postgres';
import {
  connectionClosed,
  type Encryption,
  openDatabaseSocket,
  type ServerAddress,
} from './database-socket.ts';

/** Makes the socket of a connection, as the driver asks for it. */
export type MakeSocket = (address: ServerAddress) => Promise<Socket>;

type Sql = postgres.Sql;
type Work = (tx: postgres.TransactionSql) => unknown;

/** A pool of the driver, given up as a whole when one of its connections is lost. */
interface Pool {
  readonly sql: Sql;
  readonly sockets: Set<Socket>;
  isLost: boolean;
  /** The driver has nothing to do with it any more. */
  isOver: boolean;
  readonly lost: (() => void)[];
  /** Rejects when the pool is given up. */
  readonly loss: Promise<never>;
  readonly tellLoss: (error: Error) => void;
}

/**
 * A pool that is replaced as soon as one of its connections is lost: neither that connection nor the transaction on it
 * can be left to the driver (see `openDatabaseSocket`). Whatever runs or waits on the old pool is refused at once, with
 * the code of a closed connection; what comes next goes to a new one, which connects when it is asked to. So a database
 * that was restarted is found again without a hand.
 */
export function renewAfterLoss(open: (makeSocket: MakeSocket) => Sql, encryption: Encryption): Sql {
  let isEnding = false;

  function openPool(): Pool {
    const sockets = new Set<Socket>();
    const sql = open(async (address) => {
      const socket = await openDatabaseSocket(address, encryption, (letClose) => giveUp(pool, letClose));
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    });
    let tellLoss: Pool['tellLoss'] = () => {};
    const loss = new Promise<never>((_resolve, reject) => {
      tellLoss = reject;
    });
    loss.catch(() => {});
    const pool: Pool = { sql, sockets, isLost: false, isOver: false, lost: [], loss, tellLoss };
    return pool;
  }

  /** @param letClose what is left of the lost connection, once the driver sends nothing more on it */
  function giveUp(pool: Pool, letClose: () => void): void {
    if (pool.isOver) letClose();
    else pool.lost.push(letClose);
    if (pool.isLost) return;
    pool.isLost = true;
    if (pool === current && !isEnding) current = openPool();
    pool.tellLoss(connectionClosed());
    void pool.sql.end({ timeout: 0 }).finally(() => {
      pool.isOver = true;
      for (const close of pool.lost) close();
      for (const socket of pool.sockets) socket.destroy();
    });
  }

  let current = openPool();
  const own: Partial<Sql> = {
    begin: ((...words: [string, Work] | [Work]) => {
      const pool = current;
      const work = words.at(-1) as Work;
      const options = words.length === 2 ? words[0] : '';
      const done = pool.sql.begin(options, (tx) => work(refusedAfterLoss(tx, pool)));
      return Promise.race([done, pool.loss]);
    }) as Sql['begin'],
    async reserve() {
      const pool = current;
      return refusedAfterLoss(await pool.sql.reserve(), pool);
    },
    end(options) {
      isEnding = true;
      return current.sql.end(options);
    },
  };
  return callable({
    call: (words) => current.sql(...words),
    get: (name) => Reflect.get(own, name) ?? Reflect.get(current.sql, name),
  });
}

/**
 * Statements of a transaction, or of a connection held by one caller, until its pool is given up. Afterwards they are
 * refused by the pool that has ended: to the driver, the connection may be anybody's by then.
 */
function refusedAfterLoss<S extends Sql | postgres.TransactionSql>(own: S, pool: Pool): S {
  return callable({
    call: (words) => (pool.isLost ? pool.sql(...words) : own(...words)),
    get: (name) => (pool.isLost ? Reflect.get(pool.sql, name) : undefined) ?? Reflect.get(own, name),
  });
}

type Words = Parameters<Sql>;

function callable<S>({
  call,
  get,
}: {
  call: (words: Words) => unknown;
  get: (name: string | symbol) => unknown;
}): S {
  return new Proxy(() => {}, {
    apply: (_target, _this, words: Words) => call(words),
    get: (_target, name) => get(name),
  }) as S;
}
