import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IdentityProvider {
  readonly issuer: string;
  /** What somebody does at the provider: comes back with a code for the address that was asked. */
  signInAs(
    authorizationUrl: string,
    person: { sub: string; email: string; email_verified?: boolean },
  ): string;
  /** Changes what stands in the next tokens, for tokens that must not be believed. */
  tamper(change: Readonly<Record<string, unknown>> | null): void;
  close(): Promise<void>;
}

/** A small OpenID Connect provider: code flow with PKCE, RS256. */
export async function anIdentityProvider(clientId: string): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Record<string, unknown>>();
  let changed: Readonly<Record<string, unknown>> | null = null;
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const idToken = (claims: object): string => {
    const text = `${encode({ alg: 'RS256', kid: 'uji', typ: 'JWT' })}.${encode(claims)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  };
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    const answer = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (request.url === '/.well-known/openid-configuration')
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (request.url === '/keys')
      return answer({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'uji', alg: 'RS256', use: 'sig' }],
      });
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const claims = codes.get(new URLSearchParams(body).get('code') ?? '');
      if (claims === undefined) return answer({ error: 'invalid_grant' }, 400);
      const now = Math.floor(Date.now() / 1000);
      const token = idToken({ iss: issuer, aud: clientId, iat: now, exp: now + 300, ...claims, ...changed });
      return answer({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    signInAs(authorizationUrl, person) {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomUUID();
      codes.set(code, { name: 'CONTOH', email_verified: true, ...person, nonce: asked.get('nonce') });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return back.pathname + back.search;
    },
    tamper(change) {
      changed = change;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
