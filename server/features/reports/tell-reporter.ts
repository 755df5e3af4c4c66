import type { Language } from '#domain/language';
import { internationalNumber } from '#domain/personal-data/mentions';
import type { Queryable } from '../../platform/db.ts';
import { queueMessage } from '../outbox/index.ts';
import { openBrowser } from './browsers/browsers.ts';
import { followLink, newsLink } from './follow-link.ts';
import { messagesOf, openPerson, type Person } from './people/person.ts';
import { holdTold } from './people/queries.ts';
import type { ReportDeps } from './report-deps.ts';

/** A report of which whoever sent it is told. */
export interface ToldReport {
  readonly reportId: string;
  readonly ticket: string;
  readonly language: Language;
}

type Deps = Pick<ReportDeps, 'keys' | 'clock' | 'http' | 'reach'>;

/**
 * Tells a reporter that there is something to read, by every way that they have given and this installation has. Never what: a
 * telephone number can be somebody else's tomorrow. The same news is told once, however often this is called.
 *
 * @param tx the transaction of what there is to read. Whom it is told is held in it: whoever is erased meanwhile is told nothing
 * afterwards, and no other connection is waited for while this one holds a case
 * @param news names it: `message:<id>`, `case:<move>`
 */
export async function tellReporter(
  deps: Deps,
  tx: Queryable,
  report: ToldReport,
  news: `message:${string}` | `case:${string}`,
): Promise<void> {
  const { reportId, language } = report;
  const { sealed, browsers } = await holdTold(tx, reportId);
  if (sealed !== null) await tellPerson(deps, tx, report, openPerson(deps, reportId, sealed), news);
  for (const browser of browsers) {
    await queueMessage(deps, tx, {
      language,
      template: 'report.push',
      parameters: { link: newsLink(deps) },
      dedupeKey: `${messagesOf(reportId)}${news}:push:${browser.browserId}`,
      channel: 'webpush',
      recipient: JSON.stringify(openBrowser(deps, reportId, browser)),
    });
  }
}

/** The same to one person, by mail and telephone alone. @param news `received` before there is anything else to read */
export async function tellPerson(
  deps: Deps,
  tx: Queryable,
  { reportId, ticket, language }: ToldReport,
  { email, phone }: Pick<Person, 'email' | 'phone'>,
  news: string,
): Promise<void> {
  const template = news === 'received' ? 'report.received' : 'report.news';
  const order = { language, template, parameters: { ticket, link: followLink(deps, ticket) } } as const;
  const key = `${messagesOf(reportId)}${news}`;
  if (email !== null)
    await queueMessage(deps, tx, { ...order, dedupeKey: `${key}:email`, channel: 'email', recipient: email });
  if (phone !== null && deps.reach?.gateway !== undefined)
    await queueMessage(deps, tx, {
      ...order,
      dedupeKey: `${key}:phone`,
      channel: 'whatsapp',
      recipient: internationalNumber(phone),
    });
}
