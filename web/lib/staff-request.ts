import type { Language } from '#domain/language';
import { ApiFailure } from './api.ts';
import { doneOnce, onceKey } from './once-key.ts';

/** A refusal of the server: its status and code (RFC 9457), and its body, which a conflict brings the other state in. */
export class StaffFailure extends ApiFailure {
  readonly status: number;
  readonly code: string | null;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    const text = said.detail ?? said.title ?? said.message;
    super('problem', typeof text === 'string' ? text : null);
    this.status = status;
    this.code = typeof said.code === 'string' ? said.code : null;
    this.body = body;
  }
}

export const hasStatus = (error: unknown, status: number): error is StaffFailure =>
  error instanceof StaffFailure && error.status === status;

/** Whether the server refused for one of these reasons. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof StaffFailure && error.code !== null && codes.includes(error.code);

interface Schema<T> {
  safeParse(body: unknown): { success: true; data: T } | { success: false };
}

export interface StaffRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, as bytes. */
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** It makes something: done once, also when its answer is lost and it is sent again. `true`: by what it says. */
  readonly once?: true | object;
  readonly signal?: AbortSignal | undefined;
}

/** Called once for each answer that says that nobody is signed in any more. */
const listeners = new Set<() => void>();

/** Tells when the server no longer knows who asks; returns how to stop. */
export function watchSignedOut(onSignedOut: () => void): () => void {
  listeners.add(onSignedOut);
  return () => void listeners.delete(onSignedOut);
}

/**
 * One question of staff to the server, with its answer read through a schema. Throws {@link StaffFailure} for a refusal
 * and {@link ApiFailure} for no connection or an answer that cannot be read.
 */
export async function askStaff<T>(
  path: string,
  schema: Schema<T>,
  language: Language,
  request: StaffRequest = {},
): Promise<T> {
  let answered = await send(path, language, { method: 'GET', ...request });
  // What is still being worked out is asked for again; an order that was taken (POST) is answered by its 202.
  while (answered.response.status === 202 && (request.method ?? 'GET') === 'GET') {
    await pause(1_000, request.signal);
    answered = await send(path, language, { method: 'GET', ...request });
  }
  const parsed = schema.safeParse(answered.body);
  if (!parsed.success) throw new ApiFailure('unreadable');
  return parsed.data;
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });

/** The same where the answer says nothing but that it was done. */
export async function tellStaff(path: string, language: Language, request: StaffRequest): Promise<Response> {
  return (await send(path, language, request)).response;
}

async function send(
  path: string,
  language: Language,
  { method = 'POST', json, body: bytes, headers = {}, once, signal }: StaffRequest,
): Promise<{ response: Response; body: unknown }> {
  const wish = once === true ? `${method} ${path} ${JSON.stringify(json)}` : once;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: {
        'accept-language': language,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(wish === undefined ? {} : { 'idempotency-key': onceKey(wish) }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(bytes === undefined ? {} : { body: bytes }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiFailure('offline');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 401) for (const listener of listeners) listener();
  if (!response.ok) throw new StaffFailure(response.status, body);
  if (wish !== undefined) doneOnce(wish);
  return { response, body };
}
