import { X509Certificate } from 'node:crypto';
import * as z from 'zod/mini';
import { readDocumentFile } from '#domain/document/read-file';
import { fail, ok, type Result } from '#domain/result';
import type { Deps, ESignSettings } from '../../../platform/deps.ts';
import type { SignedFile, Signer, SignerProblem, SigningSecret } from './signer.ts';

/** An answer holds one document in base64. */
const MOST_BYTES = 40_000_000;
/** Certificates between that of an official and one that is trusted. */
const LONGEST_CHAIN = 5;

const signedSchema = z.object({ file: z.tuple([z.string().check(z.minLength(1))]) });
const refusedSchema = z.object({
  status_code: z.optional(z.union([z.number(), z.string()])),
  error: z.optional(z.string()),
  message: z.optional(z.string()),
});

/**
 * Signs with the certificate that an official holds at BSrE (BSSN), through its e-sign client service, version 2: the file
 * and the passphrase go there, the signed file comes back. Nothing of the answer is believed: it must be the very file with a
 * PAdES signature over all of it, by a certificate that leads to one that the operator trusts.
 *
 * The service answers a wrong passphrase with code 2031 and an unknown official with 2011; its other words are matched by what
 * they speak of, because no list of them is published.
 */
export function createBsreSigner(settings: ESignSettings, { log }: Pick<Deps, 'log'>): Signer {
  const trusted = settings.trusted.map((pem) => new X509Certificate(pem));
  return {
    name: settings.name,
    asksPassphrase: true,
    async sign(pdf, moment, secret) {
      if (secret === null) return fail('passphraseWrong');
      const answer = await ask(settings, pdf, secret);
      if (!answer.ok) {
        // Words of the service stay here: they can name the official.
        log.warn({ signer: settings.name, problem: answer.problem }, 'the signing service did not sign');
        return answer;
      }
      const signed = await checkSigned(pdf, answer.value, trusted, moment);
      if (!signed.ok)
        log.error(
          { signer: settings.name, problem: signed.problem },
          'what the signing service gave back is not signed',
        );
      return signed;
    },
  };
}

async function ask(
  { url, signPath, user, password, identity, longestMs }: ESignSettings,
  pdf: Uint8Array,
  secret: SigningSecret,
): Promise<Result<Uint8Array, SignerProblem>> {
  try {
    const response = await fetch(new URL(url.replace(/\/+$/, '') + signPath), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      },
      body: JSON.stringify({
        [identity]: secret.identity,
        passphrase: secret.passphrase,
        signatureProperties: [{ tampilan: 'INVISIBLE' }],
        file: [Buffer.from(pdf).toString('base64')],
      }),
      // Passphrases go to the address that the operator has set and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(longestMs),
    });
    const body = await readJson(response);
    if (!response.ok) return fail(whyRefused(response.status, body));
    const signed = signedSchema.safeParse(body);
    if (signed.success) return ok(new Uint8Array(Buffer.from(signed.data.file[0], 'base64')));
    // Some refusals come as a success.
    return fail(
      refusedSchema.safeParse(body).success && hasWords(body) ? whyRefused(400, body) : 'signerUnavailable',
    );
  } catch {
    // Unreachable, too slow, a redirect, too long, or no JSON. The error holds the request: it is not passed on.
    return fail('signerUnavailable');
  }
}

async function readJson(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error('the answer is too long');
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (response.ok) throw error;
    return null;
  }
}

const hasWords = (body: unknown): boolean => {
  const said = refusedSchema.safeParse(body);
  return said.success && (said.data.error !== undefined || said.data.message !== undefined);
};

function whyRefused(status: number, body: unknown): SignerProblem {
  const said = refusedSchema.safeParse(body);
  const words = said.success ? `${said.data.error ?? ''} ${said.data.message ?? ''}`.toLowerCase() : '';
  const code = said.success ? String(said.data.status_code ?? '') : '';
  if (code === '2031' || /passphrase/.test(words)) return 'passphraseWrong';
  if (
    code === '2011' ||
    /expire|kedaluwarsa|kadaluarsa|kadaluwarsa|revoke|dicabut|tidak terdaftar|not registered|certificate|sertifikat/.test(
      words,
    )
  )
    return 'certificateNotValid';
  // Our own name and password at the service are wrong, or it has a fault: nothing that whoever signs could mend.
  return status >= 500 || status === 401 || status === 403 || status === 429
    ? 'signerUnavailable'
    : 'signerRefused';
}

/** The file that came back, believed because of what is in it. */
async function checkSigned(
  sent: Uint8Array,
  got: Uint8Array,
  trusted: readonly X509Certificate[],
  moment: Date,
): Promise<Result<SignedFile, SignerProblem>> {
  const isSameFile =
    got.length > sent.length && Buffer.from(got.subarray(0, sent.length)).equals(Buffer.from(sent));
  if (!isSameFile) return fail('signerUnavailable');
  const file = readDocumentFile(got);
  const isPades = Buffer.from(got.subarray(sent.length)).includes('/ETSI.CAdES.detached');
  if (typeof file === 'string' || file.appendedBytes > 0 || !isPades) return fail('signerUnavailable');
  // Half a megabyte that a server reads when something is signed, not when it starts.
  const { certificatesIn, verifySeal } = await import('./verify-seal.ts');
  const [own, ...others] = certificatesIn(file.signature.cms);
  if (own === undefined || !verifySeal(file.signature, [own]).ok) return fail('signerUnavailable');
  const certificate = new X509Certificate(own);
  if (new Date(certificate.validTo) < moment || new Date(certificate.validFrom) > moment)
    return fail('certificateNotValid');
  const between = others.map((one) => new X509Certificate(one));
  return leadsTo(certificate, between, trusted)
    ? ok({ pdf: got, certificate: own })
    : fail('signerUnavailable');
}

/** Whether a certificate was issued, step by step, by one that is trusted. */
function leadsTo(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
): boolean {
  let now = certificate;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    if (trusted.some((one) => one.raw.equals(now.raw) || isIssuedBy(now, one))) return true;
    const issuer = between.find((one) => !one.raw.equals(now.raw) && one.ca && isIssuedBy(now, one));
    if (issuer === undefined) return false;
    now = issuer;
  }
  return false;
}

const isIssuedBy = (one: X509Certificate, issuer: X509Certificate): boolean =>
  one.checkIssued(issuer) && one.verify(issuer.publicKey);
