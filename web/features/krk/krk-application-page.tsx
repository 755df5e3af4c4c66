import type { OwnApplication, PublicStatus } from '#domain/krk/application-answers';
import { STATE_WORDS, STEP_WORDS } from '#domain/krk/state-words';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatDay } from '../../lib/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { ApplicationFields } from './application-fields.tsx';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'krkApplication' }>;

/** One application: how far it is and when it is due, for everybody with the ticket; all of it for who holds its link. */
export function KrkApplicationPage({ data, content }: { data: ReadingData; content: Content }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { status, own, link, problem, faults } = content;
  return (
    <ReadingFrame data={data} section="map" hasDate={false} isUseful={false}>
      <h1>{t.application(status?.ticket ?? content.asked)}</h1>
      {link !== null && (
        <Notice icon="check" title={t.keep}>
          <p>
            <a className="correction-link" href={link}>
              {link}
            </a>
          </p>
          <p>{t.keepHelp}</p>
        </Notice>
      )}
      {(problem !== null || faults.length > 0) && (
        <div role="alert">
          <Notice title={problem === null ? t.wrong : t.notDone}>
            {problem !== null && <p>{problem}</p>}
            {faults.length > 0 && <p>{faults.map((fault) => nameOf(fault, t)).join(', ')}</p>}
          </Notice>
        </div>
      )}
      {status === null ? (
        <p className="unknown-block">{t.gone}</p>
      ) : (
        <>
          {status.isTrial && <p className="krk-trial">{t.trial}</p>}
          <p className="lead">
            <strong>{STATE_WORDS[status.state].name[language]}</strong>{' '}
            {STATE_WORDS[status.state].means[language]}
            {status.isHeld && ` ${t.held}.`}
          </p>
          <Clock status={status} />
          {own === null ? <p>{t.needLink}</p> : <Own data={data} content={content} own={own} />}
        </>
      )}
    </ReadingFrame>
  );
}

const nameOf = (fault: string, t: Readonly<Record<string, unknown>>): string => {
  const name = t[fault] ?? t[fault.split('.').slice(0, 2).join('.')];
  return typeof name === 'string' ? name : fault;
};

/** When it is due, in words; what that day leans on is said with it. */
function Clock({ status }: { status: PublicStatus }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { clock, submittedOn } = status;
  return (
    <dl className="facts">
      {submittedOn !== null && (
        <div>
          <dt>{t.submitted}</dt>
          <dd>{formatDay(submittedOn, language)}</dd>
        </div>
      )}
      {status.state !== 'draf' && (
        <div>
          <dt>{t.due}</dt>
          <dd>
            {clock.dueOn !== null && <strong>{formatDay(clock.dueOn, language)}</strong>}
            {clock.state === 'running' && clock.leftDays !== null && (
              <> {clock.leftDays < 0 ? t.overdue(-clock.leftDays) : t.dueLeft(clock.leftDays)}</>
            )}
            {clock.dueOn === null && clock.state !== 'running' && t[`clock.${clock.state}`]}
            {clock.missingYears.length > 0 && clock.dueOn !== null && (
              <p className="quiet">{t.missingYear(clock.missingYears.join(', '))}</p>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Own({ data, content, own }: { data: ReadingData; content: Content; own: OwnApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { fields, faults, settings } = content;
  const path = `/krk/permohonan/${own.ticket}`;
  const mayEdit = own.state === 'draf' || own.state === 'dikembalikan';
  const revision = <input type="hidden" name="revision" value={own.revision} />;
  return (
    <>
      {own.document !== null && (
        <Section id="dokumen" title={t.document}>
          <p>
            <strong className="tabular">{own.document.number}</strong>
          </p>
          <p className="actions">
            <a className="button-primary" href={own.document.verificationPath}>
              {t.verify}
            </a>
          </p>
        </Section>
      )}
      {mayEdit && fields !== null && (
        <form className="correction" method="post" action={path} encType="multipart/form-data">
          {revision}
          <ApplicationFields fields={fields} faults={faults} papers={own.papers} settings={settings} />
          <p className="actions">
            <button
              type="submit"
              className="button-primary"
              name="action"
              value={own.state === 'draf' ? 'submit' : 'resubmit'}
            >
              {STEP_WORDS[own.state === 'draf' ? 'submit' : 'resubmit'][language]}
            </button>
            <button type="submit" className="button" name="action" value="save">
              {t.saveDraft}
            </button>
          </p>
        </form>
      )}
      {fields === null && <p className="unknown-block">{t.erased}</p>}
      {own.moves.length > 0 && (
        <Section id="perjalanan" title={t.history}>
          <ol className="krk-moves">
            {own.moves.map((move) => (
              <li key={`${move.at} ${move.step}`}>
                <span className="quiet">
                  {formatMoment(move.at, language, data.city.timeZone, data.city.timeZoneLabel)}
                </span>{' '}
                <strong>{STATE_WORDS[move.to].name[language]}</strong>
                {move.isHeld && ` – ${t.held}`}
                {move.reason !== null && <p>{move.reason}</p>}
                {move.article !== null && (
                  <p>
                    {t.article}: {move.article}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {own.steps
        .filter((step) => step === 'withdraw' || step === 'object')
        .map((step) => (
          <details key={step} className="quiet-details">
            <summary>{STEP_WORDS[step][language]}</summary>
            <form className="correction" method="post" action={path} encType="multipart/form-data">
              {revision}
              <div className="correction-field">
                <label htmlFor={`alasan-${step}`}>{step === 'object' ? t.reason : t.reasonOptional}</label>
                <textarea
                  id={`alasan-${step}`}
                  name="reason"
                  rows={3}
                  maxLength={4_000}
                  required={step === 'object'}
                />
              </div>
              <button type="submit" className="button" name="action" value={step}>
                {STEP_WORDS[step][language]}
              </button>
            </form>
          </details>
        ))}
      {fields !== null && (
        <details className="quiet-details">
          <summary>{t.data}</summary>
          <p>
            <a href={`${path}/data`}>{t.export}</a>
          </p>
          <p className="quiet">{t.eraseHelp}</p>
          <form method="post" action={path} encType="multipart/form-data">
            {revision}
            <button type="submit" className="button" name="action" value="erase">
              {t.erase}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
