import { type FormEvent, useState } from 'react';
import { may } from '#domain/accounts/rights';
import type { LayerRecord } from '#domain/release/layer-record';
import { type RevisionNotice, revisionNoticeListSchema } from '#domain/release/revision-notice';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatDay } from '../../lib/format.ts';
import { dayIn } from '../../lib/moment.ts';
import { tellStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { EmptyState, Failure, Loading, useAct, useConsole, useStaffQuery } from '../console-frame/index.ts';
import { layerPath } from './layer-api.ts';
import { timelineTexts } from './timeline-texts.ts';

/** “RDTR sedang direvisi”, for a planning area or the whole layer. */
export function RevisionNotices({ layer }: { layer: LayerRecord }) {
  const t = useTexts(timelineTexts);
  const { language } = useReader();
  const announce = useAnnounce();
  const { city, member } = useConsole();
  const today = dayIn(new Date(), city.timeZone);
  const path = `${layerPath(layer.layerId)}/revision-notices`;
  const list = useStaffQuery(path, revisionNoticeListSchema);
  const { isBusy, error, run } = useAct();
  const mayAnnounce = member !== null && may(member, 'layer.goBack', { producerId: layer.producerId });
  const end = (notice: RevisionNotice): void =>
    void run(async () => {
      await tellStaff(`${path}/${notice.noticeId}/end`, language, { method: 'POST', json: { until: today } });
      announce(t.endedSaid);
      list.refetch();
    });
  return (
    <>
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {error !== null && <Failure error={error} />}
      {list.data === undefined && list.error === null && <Loading rows={2} />}
      {list.data?.notices.length === 0 && (
        <EmptyState icon="draft" title={t.noNotice}>
          <p>{t.noNoticeHelp}</p>
        </EmptyState>
      )}
      {list.data !== undefined && list.data.notices.length > 0 && (
        <section className="block" aria-labelledby="pemberitahuan">
          <h2 id="pemberitahuan">{t.notices}</h2>
          <ul className="rows">
            {list.data.notices.map((notice) => (
              <li key={notice.noticeId} className="row-plain">
                <span>
                  <span className="row-title">{notice.planningArea ?? t.wholeLayer}</span>
                  <span className="row-facts">
                    <span>{t.from(formatDay(notice.since, language))}</span>
                    {notice.until !== null && <span>{t.ended(formatDay(notice.until, language))}</span>}
                  </span>
                </span>
                {mayAnnounce && notice.until === null && (
                  <button type="button" className="button" aria-disabled={isBusy} onClick={() => end(notice)}>
                    {t.end}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayAnnounce && (
        <NewNotice
          path={path}
          onMade={() => {
            announce(t.announced);
            list.refetch();
          }}
        />
      )}
    </>
  );
}

function NewNotice({ path, onMade }: { path: string; onMade: () => void }) {
  const t = useTexts(timelineTexts);
  const { language } = useReader();
  const { city } = useConsole();
  const [area, setArea] = useState('');
  const [since, setSince] = useState(() => dayIn(new Date(), city.timeZone));
  const [until, setUntil] = useState('');
  const { isBusy, error, run } = useAct();
  const isWrong = until !== '' && until <= since;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWrong) return;
    void run(async () => {
      await tellStaff(path, language, {
        method: 'POST',
        json: { planningArea: area.trim() || null, since, until: until || null },
      });
      setArea('');
      setUntil('');
      onMade();
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormField label={t.area} help={t.areaHelp} optional={t.optional}>
        {(control) => (
          <input {...control} type="text" value={area} onChange={(event) => setArea(event.target.value)} />
        )}
      </FormField>
      <div className="form-pair">
        <FormField label={t.since}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={since}
              onChange={(event) => setSince(event.target.value)}
            />
          )}
        </FormField>
        <FormField label={t.until} optional={t.optional} error={isWrong ? t.dayOrder : null}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </FormField>
      </div>
      {error !== null && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button-primary" aria-disabled={isBusy}>
          {t.announce}
        </button>
      </div>
    </form>
  );
}
