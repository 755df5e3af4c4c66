import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { TicketForm } from '../../ui/ticket-form.tsx';
import { formTexts } from './form-texts.ts';
import { FormSteps, PartForm } from './part-form.tsx';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'krkForm' }>;

/** Asking for a KRK: what it takes, and its first question. */
export function KrkFormPage({ data, content }: { data: ReadingData; content: Content }) {
  const t = useTexts(texts);
  const form = useTexts(formTexts);
  const { fields, problem, settings } = content;
  const { serviceDays, fee, papers, validity } = settings;
  const required = (papers ?? []).filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return (
    <ReadingFrame data={data} section={null} hasDate={false} isUseful={false}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {data.city.isDemo && <Notice title={t.demo} />}
      <dl className="facts facts-rows" aria-label={t.facts}>
        <div>
          <dt>{t.days}</dt>
          <dd>{serviceDays === null ? t.notSet : t.dayCount(serviceDays)}</dd>
        </div>
        <div>
          <dt>{t.fee}</dt>
          <dd>{fee ?? t.notSet}</dd>
        </div>
        <div>
          <dt>{t.bring}</dt>
          <dd>{papers === null ? t.notSet : required.join(', ') || t.bringNone}</dd>
        </div>
        <div>
          <dt>{t.validity}</dt>
          <dd>
            {validity === null
              ? t.notSet
              : validity.kind === 'days'
                ? t['validity.days'](validity.days)
                : t['validity.untilPlanChanges']}
          </dd>
        </div>
      </dl>
      <p>
        <a href="/krk/permohonan">{t.haveTicket}</a>
      </p>
      {problem !== null && (
        <div role="alert">
          <Notice title={t.notDone}>
            <p>{problem}</p>
          </Notice>
        </div>
      )}
      <FormSteps ticket={null} current="tanah" states={null} />
      <h2>{form['ask.tanah']}</h2>
      <PartForm
        part="tanah"
        address="/krk/ajukan"
        revision={null}
        fields={fields}
        settings={settings}
        papers={[]}
        groundProblem={null}
        wrongPaper={null}
        problem={null}
      />
    </ReadingFrame>
  );
}

/** Where somebody with a ticket finds the state of an application. */
export function KrkLookupPage({ data }: { data: ReadingData }) {
  const t = useTexts(texts);
  return (
    <ReadingFrame data={data} section={null} hasDate={false} isUseful={false}>
      <h1>{t.lookupTitle}</h1>
      <TicketForm action="/krk/permohonan" texts={{ ticket: t.ticket, help: t.lookupHelp, see: t.see }} />
    </ReadingFrame>
  );
}
