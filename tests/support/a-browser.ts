interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;
  send(
    path: string,
    json?: unknown,
    method?: 'POST' | 'PUT' | 'DELETE',
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;
}

/** Keeps cookies between requests, as a browser does. */
export function aBrowser(app: App, from: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...from, ...(cookie === '' ? {} : { cookie }), ...(init.headers as object) };
    const response = await app.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : { text }, headers: response.headers };
  };
  return {
    cookies,
    get: (path) => ask(path, {}),
    send: (path, json = {}, method = 'POST') =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'DELETE' ? {} : { body: JSON.stringify(json) }),
      }),
  };
}
