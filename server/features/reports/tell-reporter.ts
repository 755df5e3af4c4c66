import type { Language } from '#domain/language';
import type { Queryable } from '../../platform/db.ts';
import { queueMessage } from '../outbox/index.ts';
import { followLink } from './follow-link.ts';
import { internationalNumber, messagesOf, type Person } from './people/person.ts';
import type { ReportDeps } from './report-deps.ts';

/** A report with whoever is told about it. */
export interface ToldReport {
  readonly reportId: string;
  readonly ticket: string;
  readonly language: Language;
  readonly person: Person;
}

/**
 * Tells a reporter that there is something to read, by every way that they have given. Never what: a telephone number can be
 * somebody else's tomorrow. The same news is told once, however often this is called.
 *
 * @param news names it: `received`, `message:<id>`, `case:<move>`
 */
export async function tellReporter(
  deps: Pick<ReportDeps, 'keys' | 'clock' | 'http'>,
  tx: Queryable,
  { reportId, ticket, language, person }: ToldReport,
  news: string,
): Promise<void> {
  const template = news === 'received' ? 'report.received' : 'report.news';
  const order = { language, template, parameters: { ticket, link: followLink(deps, ticket) } } as const;
  const key = `${messagesOf(reportId)}${news}`;
  if (person.email !== null)
    await queueMessage(deps, tx, {
      ...order,
      dedupeKey: `${key}:email`,
      channel: 'email',
      recipient: person.email,
    });
  if (person.phone !== null)
    await queueMessage(deps, tx, {
      ...order,
      dedupeKey: `${key}:phone`,
      channel: 'whatsapp',
      recipient: internationalNumber(person.phone),
    });
}
