import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';

/** Answers a request at once and says so, or leaves it untouched. */
export type QuickAnswer = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Makes the server for `serve`: a request that has a quick answer never reaches the application. One whose quick way
 * fails does: thrown here, the error would end the process; there it is logged and answered with its problem.
 */
export function createServerWithQuickAnswers(isAnswered: QuickAnswer) {
  return ((options: ServerOptions, application: RequestListener) =>
    createServer(options, (incoming, outgoing) => {
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
