import * as z from 'zod/mini';

const text = z.optional(z.string().check(z.maxLength(4_000)));

/** What a browser tells of something that the policy of a page forbids; everything else of it is left alone. */
const reportSchema = z.object({
  'csp-report': z.object({
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'document-uri': text,
    'source-file': text,
  }),
});

/** What is written down of it. */
export interface PolicyReport {
  readonly directive: string;
  /** `inline`, `eval` or a scheme; of an address its origin alone. */
  readonly blocked: string;
  /** First part of the path: `/laporan`. What follows can be a place or a ticket. */
  readonly page: string;
  /** A script of ours, by its path; null for anything else. */
  readonly script: string | null;
}

/**
 * Takes out of a report what helps to mend a page, and nothing that says who looked at what: addresses of pages carry
 * coordinates and tickets, and samples carry words.
 * @returns null for what is no report
 */
export function readPolicyReport(body: unknown): PolicyReport | null {
  const told = reportSchema.safeParse(body).data?.['csp-report'];
  if (told === undefined) return null;
  const page = pathOf(told['document-uri']) ?? '/';
  const script = pathOf(told['source-file']);
  return {
    directive: word(told['effective-directive'] ?? told['violated-directive'] ?? ''),
    blocked: blockedBy(told['blocked-uri'] ?? ''),
    page: `/${word(page.split('/')[1] ?? '')}`,
    script: script !== null && /^\/assets\/[\w.-]{1,100}$/.test(script) ? script : null,
  };
}

const word = (given: string): string => /^[a-z][a-z-]{0,40}/.exec(given)?.[0] ?? '';

function blockedBy(given: string): string {
  if (!URL.canParse(given)) return word(given);
  const { protocol, origin } = new URL(given);
  return protocol === 'http:' || protocol === 'https:' ? origin.slice(0, 200) : protocol;
}

const pathOf = (given: string | undefined): string | null =>
  given !== undefined && URL.canParse(given) ? new URL(given).pathname : null;
