import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { ApplicationFields } from './application-fields.tsx';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'krkForm' }>;

/** Asking for a KRK: what it costs, how long it takes, and the form. */
export function KrkFormPage({ data, content }: { data: ReadingData; content: Content }) {
  const t = useTexts(texts);
  const { fields, faults, problem, settings } = content;
  return (
    <ReadingFrame data={data} section="map" hasDate={false} isUseful={false}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <dl className="facts">
        <div>
          <dt>{t.days}</dt>
          <dd>{settings.serviceDays === null ? t.notSet : t.dayCount(settings.serviceDays)}</dd>
        </div>
        <div>
          <dt>{t.fee}</dt>
          <dd>{settings.fee ?? t.notSet}</dd>
        </div>
      </dl>
      {data.city.isDemo && <Notice title={t.demo} />}
      {problem !== null && (
        <div role="alert">
          <Notice title={t.notDone}>
            <p>{problem}</p>
          </Notice>
        </div>
      )}
      <form className="correction" method="post" action="/krk/ajukan" encType="multipart/form-data">
        <ApplicationFields fields={fields} faults={faults} papers={[]} settings={settings} />
        <button type="submit" className="button-primary" name="action" value="save">
          {t.save}
        </button>
      </form>
    </ReadingFrame>
  );
}

/** Where somebody with a ticket finds the state of an application. */
export function KrkLookupPage({ data }: { data: ReadingData }) {
  const t = useTexts(texts);
  return (
    <ReadingFrame data={data} section="map" hasDate={false} isUseful={false}>
      <h1>{t.lookupTitle}</h1>
      <form className="correction" action="/krk/permohonan">
        <div className="correction-field">
          <label htmlFor="tiket">{t.ticket}</label>
          <input
            id="tiket"
            name="tiket"
            required
            maxLength={40}
            placeholder="KRK-XXXXX-XXXXX"
            autoComplete="off"
          />
        </div>
        <button type="submit" className="button-primary">
          {t.see}
        </button>
      </form>
    </ReadingFrame>
  );
}
