import type { Deps } from '../../../platform/deps.ts';
import type { MessageChannel, SendOutcome } from '../channel.ts';
import { encryptPush } from './encrypt-push.ts';
import { isOfService, pushRecipientSchema } from './subscription.ts';

/** A telephone that is off for three days has missed it: the page says the same. */
const KEPT_SECONDS = 3 * 86_400;
const LONGEST_MS = 20_000;
/** RFC 8292 allows a day; half of it forgives a clock that is wrong. */
const SIGNED_SECONDS = 12 * 3_600;

export interface PushChannelSettings {
  /** Origins that may be called: see {@link isOfService}. */
  readonly services: readonly string[];
  /** Whom a service turns to when something is wrong with us: `mailto:` or https. */
  readonly contact: string;
  /** The browser is not there any more, or its reader has had enough. */
  readonly onGone: (browserId: string) => Promise<void>;
}

/**
 * Tells a browser that there is something to read, through the service of whoever made it (RFC 8030). The service learns
 * that this installation has something to tell to that browser, and when; the message is encrypted for the browser alone.
 */
export function openPushChannel(
  deps: Pick<Deps, 'keys' | 'clock'>,
  { services, contact, onGone }: PushChannelSettings,
): MessageChannel {
  return {
    async send({ messageId, recipient, subject, body, link }) {
      const { endpoint, keys, kid, browserId } = pushRecipientSchema.parse(JSON.parse(recipient));
      if (!isOfService(endpoint, services)) return { kind: 'never', reason: 'this push service is not set' };
      const shown = { title: subject, body: body.trim(), path: link === null ? '/' : pathOf(link) };
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: {
            ttl: String(KEPT_SECONDS),
            urgency: 'normal',
            // A second copy takes the place of the first while the telephone is off.
            topic: messageId.replaceAll('-', '').slice(0, 32),
            'content-type': 'application/octet-stream',
            'content-encoding': 'aes128gcm',
            authorization: authorize(deps, { endpoint, kid, contact }),
          },
          body: new Uint8Array(encryptPush(Buffer.from(JSON.stringify(shown)), keys)),
          redirect: 'error',
          signal: AbortSignal.timeout(LONGEST_MS),
        });
        await response.body?.cancel();
        return await outcomeOf(response, async () => {
          if (browserId !== undefined) await onGone(browserId);
        });
      } catch (error) {
        return { kind: 'later', reason: `the push service: ${reasonOf(error)}` };
      }
    },
  };
}

async function outcomeOf({ status, headers }: Response, onGone: () => Promise<void>): Promise<SendOutcome> {
  if (status >= 200 && status < 300)
    return { kind: 'sent', providerId: (headers.get('location') ?? 'push').slice(-200) };
  const reason = `the push service answered ${status}`;
  if (status === 404 || status === 410) {
    await onGone();
    return { kind: 'never', reason: `${reason}: the subscription is gone` };
  }
  // Too long or malformed is so again. All else is about this installation, or about now.
  return { kind: status === 400 || status === 413 ? 'never' : 'later', reason };
}

/** @source RFC 8292 */
function authorize(
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  { endpoint, kid, contact }: { readonly endpoint: string; readonly kid: string; readonly contact: string },
): string {
  const key = keys.pushKeys('push').find((one) => one.kid === kid);
  if (key === undefined) throw new Error(`the key ${kid} is not here`);
  const exp = Math.floor(clock.now().getTime() / 1_000) + SIGNED_SECONDS;
  const claims = { aud: new URL(endpoint).origin, exp, sub: contact };
  const signed = `${encoded(JSON.stringify({ typ: 'JWT', alg: 'ES256' }))}.${encoded(JSON.stringify(claims))}`;
  const signature = keys.signPush('push', Buffer.from(signed), kid);
  return `vapid t=${signed}.${encoded(signature)}, k=${encoded(key.publicKey)}`;
}

const encoded = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64url');

const pathOf = (link: string): string => URL.parse(link)?.pathname ?? '/';

/** Never an address: it names the browser of a reader. */
const reasonOf = (error: unknown): string => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? name ?? 'Error';
};
