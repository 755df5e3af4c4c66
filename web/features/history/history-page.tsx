import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatDay, formatPosition, placeInAddress } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { outcomeLine, placeTitle, textPageHref } from '../lookup/index.ts';
import { ChangeList, Timeline } from './history-answer.tsx';
import { texts } from './texts.ts';

/** The history of a place without a map and without a script: what was in force, and what changed between two days. */
export function HistoryPage({
  data,
  content,
}: {
  data: ReadingData;
  content: Extract<ReadingContent, { page: 'history' }>;
}) {
  const reader = useReader();
  const { language } = reader;
  const own = useTexts(texts);
  const { history, answer, days, comparison } = content;
  const [lng, lat] = history.point;
  const title = placeTitle(answer, data.city.name, reader);
  return (
    <ReadingFrame
      data={data}
      section="map"
      hasDate={false}
      steps={[{ label: title, href: textPageHref([lng, lat], null) }]}
    >
      <h1>{own.titleOf(title)}</h1>
      <p className="lead">
        {outcomeLine(answer, data.city.name, reader)}{' '}
        <span className="quiet tabular">{formatPosition([lng, lat], language)}</span>
      </p>
      <Section id="perubahan" title={own.changes}>
        {days === null || comparison === null ? (
          <p>{own.oneState}</p>
        ) : (
          <>
            <form className="history-days" action={`/lokasi/${placeInAddress([lng, lat])}/riwayat`}>
              <label>
                {own.compare}
                <input type="date" name="dari" required defaultValue={days.from} />
              </label>
              <label>
                {own.with}
                <input type="date" name="sampai" required defaultValue={days.to} />
              </label>
              <button type="submit" className="button">
                {own.show}
              </button>
            </form>
            <ChangeList comparison={comparison} />
            <p className="actions">
              {[days.from, days.to].map((day) => (
                <a key={day} className="button" href={textPageHref([lng, lat], day)}>
                  <Icon name="page" />
                  {own.answerOn(formatDay(day, language))}
                </a>
              ))}
            </p>
          </>
        )}
      </Section>
      <Section id="riwayat" title={own.timeline}>
        <Timeline history={history} />
      </Section>
    </ReadingFrame>
  );
}
