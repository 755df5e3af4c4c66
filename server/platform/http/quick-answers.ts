import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';

/** A request has this long to arrive, an upload of 5 MB too; its headers half of it. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 15_000;
/** Photos of a telephone may take longer, as long as they come: two of 400 kB side by side on a line of 20 kbit/s. */
const LONGEST_MS = 600_000;
const SLOWEST_BYTES_PER_SECOND = 1_000;
/** How often a request that takes longer is looked at. */
const LOOK_MS = 5_000;
/** Far above what browsers and proxies send. */
const MAX_HEADERS = 100;
const MAX_CONNECTIONS = 1_000;

/** Answers a request at once and says so, or leaves it untouched. */
export type QuickAnswer = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** Whether a request may take longer than others while its body arrives. */
export type MayTakeLong = (incoming: IncomingMessage) => boolean;

/**
 * Makes the server for `serve`: a request that has a quick answer never reaches the application. One whose quick way
 * fails does: thrown here, the error would end the process; there it is logged and answered with its problem.
 */
export function createServerWithQuickAnswers(
  isAnswered: QuickAnswer,
  mayTakeLong: MayTakeLong = () => false,
) {
  return ((options: ServerOptions, application: RequestListener) =>
    limited(options, (incoming, outgoing) => {
      if (isAnsweredOrFails(isAnswered, incoming, outgoing)) return;
      endWhatIsSlow(incoming, outgoing, mayTakeLong(incoming));
      application(incoming, outgoing);
    })) as typeof createServer;
}

/** Ends a request whose body is not there in time; one that may take long only when it comes too slowly. */
function endWhatIsSlow(incoming: IncomingMessage, outgoing: ServerResponse, mayTakeLong: boolean): void {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = incoming.headers;
  if (length === '0' && coding === undefined) return;
  const { socket } = incoming;
  const before = socket.bytesRead;
  const began = performance.now();
  const look = (): void => {
    if (incoming.complete || socket.destroyed) return;
    const passedMs = performance.now() - began;
    const perSecond = ((socket.bytesRead - before) * 1_000) / passedMs;
    if (mayTakeLong && passedMs < LONGEST_MS && perSecond >= SLOWEST_BYTES_PER_SECOND) {
      timer = setTimeout(look, LOOK_MS).unref();
      return;
    }
    // As Node ends one: what waits for the rest of the body learns from the closed line that there is none.
    if (!outgoing.headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    socket.destroySoon();
  };
  let timer = setTimeout(look, REQUEST_MS).unref();
  outgoing.once('close', () => clearTimeout(timer));
}

function isAnsweredOrFails(
  isAnswered: QuickAnswer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): boolean {
  try {
    return isAnswered(incoming, outgoing);
  } catch {
    return outgoing.headersSent;
  }
}

/** Node drops headers beyond its limit in silence; here one more than allowed is kept, so that it can be refused. */
function limited(options: ServerOptions, listener: RequestListener) {
  const limits = { ...options, requestTimeout: LONGEST_MS + LOOK_MS, headersTimeout: HEADERS_MS };
  const server = createServer(limits, (incoming, outgoing) => {
    if (incoming.rawHeaders.length <= 2 * MAX_HEADERS) listener(incoming, outgoing);
    else outgoing.writeHead(431, { connection: 'close' }).end();
  });
  server.maxHeadersCount = MAX_HEADERS + 1;
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}
