import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_ACCOUNTS_FILE } from '../../../server/features/accounts/index.ts';
import { oneTimeCode } from '../../../tests/support/one-time-code.ts';

/** Somebody of the demo city who has signed in with password and second factor. */
export interface Colleague {
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  /** One question to the API, answered by JSON; every other status than these is an error. */
  ask(method: string, path: string, body?: unknown, more?: Readonly<Record<string, string>>): Promise<Told>;
}
export type Told = Readonly<Record<string, unknown>>;

/**
 * Signs in as the file of demonstration accounts says.
 * @param email as it stands there, such as `walidata@contoh.example`
 */
export async function aColleagueOf(origin: string, dataDirectory: string, email: string): Promise<Colleague> {
  const lines = readFileSync(join(dataDirectory, DEMO_ACCOUNTS_FILE), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.trim() === email);
  const [password = '', link = ''] = lines.slice(at + 1).map((line) => line.trim());
  const secret = new URL(link).searchParams.get('secret') ?? '';
  const jar = new Map<string, string>();
  const send = async (
    method: string,
    path: string,
    body: unknown,
    more: Readonly<Record<string, string>>,
  ): Promise<Told> => {
    const isJson = body !== undefined && !(body instanceof Uint8Array);
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...more,
      },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const said = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${said}`);
    return said === '' ? {} : { ...JSON.parse(said), status: response.status };
  };
  await send('POST', '/api/v1/accounts/sign-in', { email, password }, {});
  await send('POST', '/api/v1/accounts/second-factor', { code: oneTimeCode(secret) }, {});
  return {
    cookies: [...jar].map(([name, value]) => ({ name, value })),
    ask: (method, path, body, more = {}) => send(method, `/api/v1/staff/${path}`, body, more),
  };
}
