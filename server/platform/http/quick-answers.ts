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
/** Far above what browsers and proxies send. */
const MAX_HEADERS = 100;
const MAX_CONNECTIONS = 1_000;

/** Answers a request at once and says so, or leaves it untouched. */
export type QuickAnswer = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Makes the server for `serve`: a request that has a quick answer never reaches the application. One whose quick way
 * fails does: thrown here, the error would end the process; there it is logged and answered with its problem.
 */
export function createServerWithQuickAnswers(isAnswered: QuickAnswer) {
  return ((options: ServerOptions, application: RequestListener) =>
    limited(options, (incoming, outgoing) => {
      if (!isAnsweredOrFails(isAnswered, incoming, outgoing)) application(incoming, outgoing);
    })) as typeof createServer;
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
  const limits = { ...options, requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS };
  const server = createServer(limits, (incoming, outgoing) => {
    if (incoming.rawHeaders.length <= 2 * MAX_HEADERS) listener(incoming, outgoing);
    else outgoing.writeHead(431, { connection: 'close' }).end();
  });
  server.maxHeadersCount = MAX_HEADERS + 1;
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}
