import { reachOf } from '#domain/accounts/rights';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { formatDay, formatMetres, formatNumber, formatPosition } from '../../lib/format.ts';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment, useConsole } from '../console-frame/index.ts';
import { reportPhotoPath } from './case-api.ts';
import { caseTexts } from './case-texts.ts';
import { categoryWords } from './category-words.ts';
import { ConsentRequest } from './consent-request.tsx';
import { ReportMessages } from './report-messages.tsx';
import { ReportPerson } from './report-person.tsx';

type Report = StaffCase['reports'][number];

/** What was reported, one report after the other. Who reported is nowhere among it. */
export function ReportsPanel({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const t = useTexts(caseTexts);
  return (
    <section className="block" aria-label={t.reports}>
      <h2>{t.reports}</h2>
      {seen.reports.length === 0 && <p className="quiet">{t.noReports}</p>}
      {seen.reports.map((report) => (
        <OneReport key={report.reportId} report={report} onChanged={onChanged} />
      ))}
    </section>
  );
}

function OneReport({ report, onChanged }: { report: Report; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const { member, city } = useConsole();
  const may = (action: 'report.handle' | 'person.read'): boolean =>
    member !== null && reachOf(member, action).includes('any');
  const facts = [
    [t.place, report.place === null ? null : placeWords(report)],
    [t.landmark, report.landmark],
    [t.seenOn, report.seenOn === null ? null : formatDay(report.seenOn, language)],
    [t.goingOn, report.isGoingOn === null ? t.unsaid : report.isGoingOn ? t.yes : t.no],
    [t.brokenRule, report.brokenRule],
    [t.about, report.about],
    [t.aboutOffice, report.isAboutOffice ? t.yes : null],
    [t.supports, report.supports],
    [t.identity, report.isAnonymous ? t.anonymous : t.confidential],
    [t.passOn, passOnWords(report)],
    [t.reply, report.isAwaitingReply ? t.awaitsReply : null],
  ] as const;
  function placeWords({ place, accuracyM }: Report): string {
    if (place === null) return '';
    const at = formatPosition([place[0], place[1]], language);
    return accuracyM === null ? at : `${at} (± ${formatMetres(Math.round(accuracyM), language)})`;
  }
  function passOnWords({ mayPassOn, consentAskedAt }: Report): string {
    if (mayPassOn) return t.yes;
    return consentAskedAt === null
      ? t.no
      : t.consentAsked(formatDay(dayIn(new Date(consentAskedAt), city.timeZone), language));
  }
  return (
    <article className="case-report" aria-label={report.ticket}>
      <h3 className="tabular">{report.ticket}</h3>
      <p className="row-facts">
        <span>{categoryWords(report.category, language)}</span>
        <Moment at={report.receivedAt} />
      </p>
      <p className="case-words">{report.description}</p>
      <dl className="facts-list">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {report.photos.length === 0 ? (
        <p className="quiet">{t.noPhotos}</p>
      ) : (
        <ul className="case-photos">
          {report.photos.map(({ photoId, widthPx, heightPx }, index) => {
            const path = reportPhotoPath(report.reportId, photoId);
            return (
              <li key={photoId}>
                <a href={path} target="_blank" rel="noreferrer">
                  <img
                    src={path}
                    width={widthPx}
                    height={heightPx}
                    loading="lazy"
                    alt={t.photoOf(formatNumber(index + 1, language, 0), report.ticket)}
                  />
                </a>
              </li>
            );
          })}
        </ul>
      )}
      {may('report.handle') && !report.mayPassOn && report.consentAskedAt === null && (
        <ConsentRequest report={report} onAsked={onChanged} />
      )}
      {may('report.handle') && <ReportMessages report={report} />}
      {may('person.read') && !report.isAnonymous && <ReportPerson report={report} />}
    </article>
  );
}
