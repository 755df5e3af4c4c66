import type { OwnReport, ReportReach } from '#domain/report/report-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { newsTexts } from './news-texts.ts';

/** By what the reporter is told of news, what did not arrive, and the device in their hand. */
export function ReportNews({ own, reach }: { own: OwnReport; reach: ReportReach }) {
  const t = useTexts(newsTexts);
  const path = `/laporan/${own.ticket}`;
  const isOff = (way: OwnReport['unreachedBy'][number]): boolean => way === 'phone' && !reach.tellsPhones;
  const lost = own.unreachedBy.filter((way) => !isOff(way));
  return (
    <Section id="kabar" title={t.news}>
      {lost.length > 0 && <Notice title={t.newsLost(lost.map((way) => t[`news.${way}`]).join(', '))} />}
      {own.unreachedBy.some(isOff) && <Notice title={t.phoneOff} />}
      {own.contactBy.length === 0 ? (
        <p>{t.newsNone}</p>
      ) : (
        <>
          <p>
            {t.newsBy} {own.contactBy.map((way) => t[`news.${way}`]).join(', ')}.
          </p>
          <p className="quiet">{t.newsSays}</p>
        </>
      )}
      {reach.pushKey !== null && (
        <form
          method="post"
          action={path}
          className="only-with-script"
          data-push-key={reach.pushKey}
          data-denied={t.tellDenied}
          data-failed={t.tellFailed}
        >
          <p className="quiet">{t.tellThisHelp}</p>
          <input type="hidden" name="langganan" />
          <button type="submit" className="button" name="aksi" value="kabari">
            {t.tellThis}
          </button>
          <p role="status" />
        </form>
      )}
      {own.contactBy.includes('browser') && (
        <form method="post" action={path}>
          <button type="submit" className="button" name="aksi" value="henti">
            {t.tellNone}
          </button>
        </form>
      )}
    </Section>
  );
}
