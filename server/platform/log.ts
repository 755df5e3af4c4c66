import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { isDatabaseError } from './db.ts';
import { placesInSources } from './places-in-sources.ts';

/** What is safe to keep of an error. A database error's message may quote the values of a row or a coordinate. */
export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
}

/**
 * The structured log: one JSON line per event, UTC. By agreement it holds no personal data: no address of a visitor,
 * no query string, no path with a coordinate, no request body. Events name routes, counts, codes and durations.
 */
export function createLog(
  level: string,
  stream: DestinationStream = destination({ fd: 1, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    stream,
  );
}

/** Keeps an error's kind, code and place; of a database error the text is dropped, because it can quote data. */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { name: 'unknown', message: 'a value that is not an Error was thrown' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  if (isDatabaseError(error)) return { name: error.name, ...code, message: 'see the code (SQLSTATE)' };
  return {
    name: error.name,
    ...code,
    message: error.message,
    ...(error.stack ? { stack: placesInSources(error.stack) } : {}),
  };
}
