import { isIP, Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** Where a server listens, as the driver has read it: a socket file, or hosts and ports of which the first is taken. */
export interface ServerAddress {
  readonly path: string | false;
  readonly host: readonly string[];
  readonly port: readonly number[];
}

/** How a connection is encrypted: not at all, when the server can, always, or always and only to the server so named. */
export type Encryption = 'off' | 'preferred' | 'required' | 'verified';

const TLS_MS = 10_000;
/** SSLRequest of the protocol: its own length and the number by which the server knows it. */
const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const TLS_GRANTED = 0x53;
/** The message with which the driver takes its leave. */
const TERMINATE = 0x58;
/** ReadyForQuery: type, length 5, state of the transaction; the last that a server says before it waits. */
const READY = 0x5a;
const READY_BYTES = 6;

/**
 * Makes the socket of one connection. The driver (postgres 3.4.9) forgets a socket as soon as it closes, and goes on
 * with the connection: what it then writes ends the process from a timer (porsager/postgres#1208), what it had not yet
 * written is sent on the next socket or blocks it for ever, and a transaction whose connection was lost writes into
 * whichever transaction has that connection now (#1216). So it is not told that a socket closed which had answered once:
 * every statement that is waiting or still comes is refused, and `onLost` takes the connection out of use, then lets
 * it close.
 */
export async function openDatabaseSocket(
  address: ServerAddress,
  encryption: Encryption,
  onLost: (letClose: () => void) => void,
): Promise<Socket> {
  // Half open: what is written after the server's last word must fail here, not in a way of Node's own.
  const socket = new Socket({ allowHalfOpen: true });
  const host = address.host[0] ?? 'localhost';
  if (address.path) socket.connect(address.path);
  else socket.connect(address.port[0] ?? 5432, host);
  if (encryption === 'off') return guard(socket, onLost);
  try {
    return guard(await encrypt(socket, host, encryption), onLost);
  } catch (error) {
    // A connection for which no socket came at all is never used again by the driver, nor given back.
    const failed = guard(new Socket(), onLost);
    setImmediate(() => failed.destroy(error instanceof Error ? error : undefined));
    return failed;
  }
}

function guard<S extends Socket>(socket: S, onLost: (letClose: () => void) => void): S {
  const emit = socket.emit.bind(socket) as (event: string, ...values: unknown[]) => boolean;
  const end = socket.end.bind(socket) as (...values: unknown[]) => S;
  let hasAnswered = false;
  let hasTakenLeave = false;
  // When the driver listens no more, nothing of it waits either.
  const refuse = (): boolean => socket.listenerCount('error') > 0 && emit('error', connectionClosed());
  const write = socket.write.bind(socket) as (...values: unknown[]) => boolean;
  const changed: Record<'emit' | 'end' | 'write', (...values: never[]) => unknown> = {
    // The driver would leave a transaction open on this connection that begins while the socket is full (see `openDatabase`).
    write(...values: unknown[]) {
      write(...values);
      return true;
    },
    end(...values: unknown[]) {
      hasTakenLeave ||= Buffer.isBuffer(values[0]) && values[0][0] === TERMINATE;
      return end(...values);
    },
    emit(event: string, ...values: unknown[]) {
      if (event === 'data') hasAnswered ||= endsWithReady(values[0]);
      if (event !== 'close' || hasTakenLeave) return emit(event, ...values);
      socket.write = ((...written: unknown[]) => {
        const done = written.find((value) => typeof value === 'function');
        setImmediate(() => {
          done?.(connectionClosed());
          refuse();
        });
        return true;
      }) as S['write'];
      refuse();
      if (hasAnswered) onLost(() => emit('close', ...values));
      // What the driver put off until it can write is written (and refused) first, so that the connection is clean.
      else setImmediate(() => setImmediate(() => emit('close', ...values)));
      return true;
    },
  };
  Object.assign(socket, changed);
  socket.once('end', () => socket.destroy());
  return socket;
}

const endsWithReady = (bytes: unknown): boolean =>
  Buffer.isBuffer(bytes) && bytes.length >= READY_BYTES && bytes.at(-READY_BYTES) === READY;

/** With the code that the driver itself gives to a statement whose connection closed. */
export const connectionClosed = (): Error =>
  Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' });

async function encrypt(
  socket: Socket,
  host: string,
  encryption: Exclude<Encryption, 'off'>,
): Promise<Socket> {
  try {
    const signal = AbortSignal.timeout(TLS_MS);
    socket.write(TLS_REQUEST);
    const reply = await firstOf<Buffer>(socket, 'data', signal);
    // Bytes beyond the one could have been put in by whoever stands between.
    if (reply.length === 1 && reply[0] === TLS_GRANTED) {
      const isVerified = encryption === 'verified';
      // An address is checked against the certificate too, but not named to the server (RFC 6066).
      const servername = isIP(host) === 0 ? host : '';
      const secure: TLSSocket = connectTls({ socket, host, servername, rejectUnauthorized: isVerified });
      await firstOf(secure, 'secureConnect', signal);
      return secure;
    }
    if (encryption === 'preferred' && reply.length === 1) return socket;
    throw Object.assign(new Error('the server does not encrypt'), { code: '08001' });
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function firstOf<T>(socket: Socket, event: string, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      socket.off(event, onEvent).off('error', onError).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const onEvent = (value: T): void => settle(() => resolve(value));
    const onError = (error: Error): void => settle(() => reject(error));
    const onClose = (): void => settle(() => reject(connectionClosed()));
    const onAbort = (): void => settle(() => reject(signal.reason));
    socket.on(event, onEvent).on('error', onError).on('close', onClose);
    signal.addEventListener('abort', onAbort);
  });
}
