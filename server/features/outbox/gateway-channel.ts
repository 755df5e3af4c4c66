import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import type { Deps, GatewaySettings } from '../../platform/deps.ts';
import type { MessageChannel, SendOutcome } from './channel.ts';

const LONGEST_MS = 20_000;
const MOST_ANSWER_BYTES = 10_000;
const acceptedSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) });

/**
 * Hands messages to a gateway for WhatsApp or SMS, each as one signed request: `POST` with the JSON
 * `{ id, to, language, template, parameters, text }`. The same id is the same message. A gateway that needs texts approved
 * beforehand goes by `template` and `parameters`; another sends `text`.
 *
 * 2xx: it has taken it over. 400, 404, 410, 422: it never will, with this number. All else is tried again.
 * @source https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function openGatewayChannel(
  { clock }: Pick<Deps, 'clock'>,
  { url, secret }: GatewaySettings,
): MessageChannel {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return {
    async send({ messageId, recipient, language, template, parameters, subject, body }) {
      const text = `${subject}\n\n${body.trim()}`;
      const sent = JSON.stringify({ id: messageId, to: recipient, language, template, parameters, text });
      const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
      const signature = createHmac('sha256', key)
        .update(`${messageId}.${timestamp}.${sent}`)
        .digest('base64');
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'webhook-id': messageId,
            'webhook-timestamp': timestamp,
            'webhook-signature': `v1,${signature}`,
          },
          body: sent,
          // A number goes to the address that the operator has set and to no other.
          redirect: 'error',
          signal: AbortSignal.timeout(LONGEST_MS),
        });
        return outcomeOf(response.status, await readAnswer(response));
      } catch (error) {
        const { name, cause } = error as { name?: string; cause?: { code?: string } };
        return { kind: 'later', reason: `the gateway: ${cause?.code ?? name ?? 'Error'}` };
      }
    },
  };
}

function outcomeOf(status: number, answer: unknown): SendOutcome {
  const reason = `the gateway answered ${status}`;
  if (status >= 200 && status < 300) {
    const accepted = acceptedSchema.safeParse(answer);
    return { kind: 'sent', providerId: accepted.success ? accepted.data.id : 'gateway' };
  }
  return { kind: [400, 404, 410, 422].includes(status) ? 'never' : 'later', reason };
}

/** What it says of the message; its words are of no interest, and can hold the number. */
async function readAnswer(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_ANSWER_BYTES) return null;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return null;
  }
}
