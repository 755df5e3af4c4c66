import type { Language, Text } from '#domain/language';
import type { OutboxItem } from './outbox.ts';
import type { SendOutcome } from './send-outbox.ts';

/** What of the outbox belongs to reports of citizens. */
export const REPORT = 'report';

/** A report that is ready to go: what is sent of it was written down when it was queued, and stays the same. */
export interface WaitingReport {
  readonly language: Language;
  readonly sent: { readonly category: string; readonly photos?: readonly { readonly photoId: string }[] };
}

/** What this device still knows of a report that has arrived: nothing that was written in it. */
export interface ArrivedReport {
  readonly schema: 'report-sent/1';
  readonly category: string;
}

/** As long as two photos of 400 kB may take side by side at 20 kbit/s. */
const PATIENCE_MS = 360_000;
/** While the server writes one anew, the next is on the line: a thin line is never idle, and what broke off is little. */
const PHOTOS_AT_ONCE = 2;

const WORDS = {
  noNetwork: { id: 'Belum ada jaringan.', en: 'There is no network yet.' },
  photos: { id: 'Foto belum terkirim.', en: 'The photos are not sent yet.' },
  busy: { id: 'Server sedang sibuk.', en: 'The server is busy.' },
  lost: {
    id: 'Foto tidak ada lagi di ponsel ini. Ambil lagi, lalu kirim.',
    en: 'The photos are no longer on this phone. Take them again, then send.',
  },
} as const satisfies Readonly<Record<string, Text>>;

type Told = 'taken' | { readonly missing: readonly string[] } | SendOutcome;

/**
 * One attempt to send a report: its photos, then the report with the key of the item, by which the server takes it once.
 * After an attempt without an answer the report is asked for first: it may have arrived, and photos are not sent twice.
 */
export async function sendReport(item: OutboxItem): Promise<SendOutcome> {
  const { language, sent } = item.body as WaitingReport;
  const photos = (sent.photos ?? []).map(({ photoId }) => photoId);
  let wanted: readonly string[] = photos;
  if (item.attempts > 1 && photos.length > 0) {
    const told = await post(item);
    if (!isMissing(told)) return told;
    wanted = told.missing;
  }
  const failed = await sendPhotos(item, wanted, language);
  if (failed !== null) return failed;
  const told = await post(item);
  return isMissing(told) ? { kind: 'later', reason: WORDS.photos[language] } : told;
}

const isMissing = (
  told: SendOutcome | { readonly missing: readonly string[] },
): told is {
  readonly missing: readonly string[];
} => 'missing' in told;

/** @returns why they are not all there; what has begun is brought to its end, and nothing more is begun */
async function sendPhotos(
  item: OutboxItem,
  photoIds: readonly string[],
  language: Language,
): Promise<SendOutcome | null> {
  const waiting = [...photoIds];
  let failed: SendOutcome | null = null;
  const sendOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failed === null; next = waiting.shift()) {
      const told = await sendPhoto(item, next, language);
      if (told !== 'taken') failed ??= told;
    }
  };
  await Promise.all(Array.from({ length: PHOTOS_AT_ONCE }, sendOn));
  return failed;
}

async function sendPhoto(
  { attachments }: OutboxItem,
  photoId: string,
  language: Language,
): Promise<'taken' | SendOutcome> {
  const file = attachments.find(({ name }) => name === photoId)?.blob;
  if (file === undefined) return { kind: 'refused', reason: WORDS.lost[language] };
  const told = await ask(`/api/v1/reports/photos/${photoId}`, language, 'photos', {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: file,
  });
  // It belongs to a report already: to this one, whose answer was lost.
  if (isProblem(told, 'reportPhotosMissing')) return 'taken';
  return told.kind === 'answer' ? 'taken' : told.outcome;
}

async function post(item: OutboxItem): Promise<Exclude<Told, 'taken'>> {
  const { language, sent } = item.body as WaitingReport;
  const told = await ask('/api/v1/reports', language, 'noNetwork', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': item.key },
    body: JSON.stringify(sent),
  });
  if (isProblem(told, 'reportPhotosMissing')) return { missing: missingOf(told.body) };
  if (told.kind === 'problem') return told.outcome;
  const left: ArrivedReport = { schema: 'report-sent/1', category: sent.category };
  return { kind: 'received', receipt: told.body, body: left };
}

type Answered =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'problem'; readonly body: unknown; readonly outcome: SendOutcome };

const isProblem = (told: Answered, code: string): boolean =>
  told.kind === 'problem' && (told.body as { code?: unknown } | null)?.code === code;

function missingOf(body: unknown): readonly string[] {
  const { params } = body as { params?: { photos?: unknown } };
  return Array.isArray(params?.photos) ? params.photos.map(String) : [];
}

async function ask(
  path: string,
  language: Language,
  ifAway: 'photos' | 'noNetwork',
  init: RequestInit & { headers: Record<string, string> },
): Promise<Answered> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, {
      ...init,
      headers: { ...init.headers, 'accept-language': language },
      // Nobody's: a report is sent without any account that this browser may be signed in with.
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    body = text === '' ? null : JSON.parse(text);
  } catch {
    return { kind: 'problem', body: null, outcome: { kind: 'later', reason: WORDS[ifAway][language] } };
  }
  if (response.ok) return { kind: 'answer', body };
  const { detail, title } = (body ?? {}) as { detail?: string; title?: string };
  const reason = detail ?? title ?? WORDS.busy[language];
  const isForGood = response.status < 500 && ![408, 409, 425, 429].includes(response.status);
  const seconds = Number(response.headers.get('retry-after') ?? '0');
  return {
    kind: 'problem',
    body,
    outcome: isForGood
      ? { kind: 'refused', reason }
      : { kind: 'later', reason, ...(seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}) },
  };
}
