import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { pageTexts } from './page-texts.ts';

/** Where somebody with a number finds how far a report is. */
export function ReportLookupPage({ data }: { data: ReadingData }) {
  const t = useTexts(pageTexts);
  return (
    <ReadingFrame data={data} section="map" hasDate={false} isUseful={false}>
      <h1>{t.lookupTitle}</h1>
      <form className="correction" action="/laporan">
        <div className="correction-field">
          <label htmlFor="tiket">{t.ticket}</label>
          <p className="quiet" id="tiket-help">
            {t.ticketHelp}
          </p>
          <input
            id="tiket"
            name="tiket"
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            aria-describedby="tiket-help"
          />
        </div>
        <button type="submit" className="button-primary">
          {t.see}
        </button>
      </form>
      <p>
        <a href="/lapor">{t.title}</a>
      </p>
    </ReadingFrame>
  );
}
