import type { Language } from '#domain/language';
import { internationalNumber } from '#domain/personal-data/mentions';
import type { Queryable } from '../../platform/db.ts';
import { queueMessage } from '../outbox/index.ts';
import { readBrowsers } from './browsers/browsers.ts';
import { followLink } from './follow-link.ts';
import { messagesOf, type Person } from './people/person.ts';
import type { ReportDeps } from './report-deps.ts';

/** A report with whoever is told about it. */
export interface ToldReport {
  readonly reportId: string;
  readonly ticket: string;
  readonly language: Language;
  /** Null: nobody is known; a browser can be told all the same. */
  readonly person: Person | null;
}

/**
 * Tells a reporter that there is something to read, by every way that they have given and this installation has. Never what: a
 * telephone number can be somebody else's tomorrow. The same news is told once, however often this is called.
 *
 * @param tx the transaction of what there is to read; what is known of the reporter is read by the program, for the program
 * @param news names it: `received`, `message:<id>`, `case:<move>`
 */
export async function tellReporter(
  deps: Pick<ReportDeps, 'sql' | 'keys' | 'clock' | 'http' | 'reach'>,
  tx: Queryable,
  { reportId, ticket, language, person }: ToldReport,
  news: string,
): Promise<void> {
  const link = followLink(deps, ticket);
  const template = news === 'received' ? 'report.received' : 'report.news';
  const order = { language, template, parameters: { ticket, link } } as const;
  const key = `${messagesOf(reportId)}${news}`;
  if (person?.email != null)
    await queueMessage(deps, tx, {
      ...order,
      dedupeKey: `${key}:email`,
      channel: 'email',
      recipient: person.email,
    });
  if (person?.phone != null && deps.reach?.gateway !== undefined)
    await queueMessage(deps, tx, {
      ...order,
      dedupeKey: `${key}:phone`,
      channel: 'whatsapp',
      recipient: internationalNumber(person.phone),
    });
  // Nobody subscribes before there is a report.
  if (news === 'received') return;
  for (const { name, recipient } of await readBrowsers(deps, deps.sql, reportId))
    await queueMessage(deps, tx, {
      language,
      template: 'report.push',
      parameters: { link },
      dedupeKey: `${key}:push:${name}`,
      channel: 'webpush',
      recipient,
    });
}
