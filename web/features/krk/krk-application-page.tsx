import type { OwnApplication } from '#domain/krk/application-answers';
import { partStates } from '#domain/krk/form-parts';
import { STEP_WORDS } from '#domain/krk/state-words';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SecretReceipt } from '../../ui/secret-receipt.tsx';
import { History, Standing } from './application-standing.tsx';
import { formTexts } from './form-texts.ts';
import { hasFaults } from './has-faults.ts';
import { OwnDocument } from './own-document.tsx';
import { FormSteps, PartForm } from './part-form.tsx';
import { Review } from './review.tsx';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'krkApplication' }>;

/** One application: how far it is and when it is due, for everybody with the ticket; all of it for who holds its link. */
export function KrkApplicationPage({ data, content }: { data: ReadingData; content: Content }) {
  const t = useTexts(texts);
  const form = useTexts(formTexts);
  const { status, own, link, problem, isSaved, wrongPaper, step } = content;
  const isWrong = hasFaults(content);
  const isOpen = own !== null && content.fields !== null && ['draf', 'dikembalikan'].includes(own.state);
  return (
    <ReadingFrame data={data} section={null} hasDate={false} isUseful={false}>
      <h1>
        {t.application} <span className="krk-unbroken">{status?.ticket ?? content.asked}</span>
      </h1>
      {status?.isTrial === true && <p className="krk-trial">{t.trial}</p>}
      {link !== null && status !== null && (
        <SecretReceipt ticket={status.ticket} link={link} city={data.city.name} texts={t} />
      )}
      {problem !== null && wrongPaper === null && (
        <div role="alert">
          <Notice title={t.notDone}>
            <p>{problem}</p>
          </Notice>
        </div>
      )}
      {isSaved && (
        <p className={isWrong ? 'quiet' : 'krk-saved'} role="status">
          {isWrong ? form.savedWrong : form.saved}
        </p>
      )}
      {status === null && <p className="unknown-block">{t.gone}</p>}
      {status !== null && isOpen && step !== null && <OpenPart content={content} own={own} />}
      {status !== null && !(isOpen && step !== null) && (
        <>
          <Standing status={status} moves={own?.moves ?? null} data={data} />
          {own === null ? <p>{t.needLink}</p> : <Own data={data} content={content} own={own} />}
        </>
      )}
    </ReadingFrame>
  );
}

/** One question of a form that is open, with the way to the others. */
function OpenPart({ content, own }: { content: Content; own: OwnApplication }) {
  const t = useTexts(formTexts);
  const { step, fields, settings, ground, wrongPaper, problem } = content;
  if (step === null || fields === null) return null;
  const path = `/krk/permohonan/${own.ticket}`;
  return (
    <>
      <p>
        <a href={path}>{t.back}</a>
      </p>
      <FormSteps ticket={own.ticket} current={step} states={partStates(fields, own.papers, settings)} />
      <h2 id="langkah">{t[`ask.${step}`]}</h2>
      {step === 'periksa' ? (
        <Review own={own} content={content} />
      ) : (
        <PartForm
          part={step}
          address={path}
          revision={own.revision}
          fields={fields}
          settings={settings}
          papers={own.papers}
          groundProblem={ground?.problem ?? null}
          wrongPaper={wrongPaper}
          problem={problem}
        />
      )}
    </>
  );
}

function Own({ data, content, own }: { data: ReadingData; content: Content; own: OwnApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const form = useTexts(formTexts);
  const { fields, settings } = content;
  const path = `/krk/permohonan/${own.ticket}`;
  const mayEdit = own.state === 'draf' || own.state === 'dikembalikan';
  const asked = own.state === 'dikembalikan' ? own.moves.at(-1)?.reason : null;
  const revision = <input type="hidden" name="revision" value={own.revision} />;
  return (
    <>
      {asked != null && (
        <Notice title={t.returned}>
          <p className="correction-words">{asked}</p>
        </Notice>
      )}
      <OwnDocument own={own} />
      {mayEdit && fields !== null && (
        <>
          <FormSteps ticket={own.ticket} current={null} states={partStates(fields, own.papers, settings)} />
          <p className="actions">
            <a className="button-primary" href={`${path}?langkah=periksa`}>
              {form['ask.periksa']}
            </a>
          </p>
        </>
      )}
      {fields === null && <p className="unknown-block">{t.erased}</p>}
      <History moves={own.moves} data={data} />
      {own.steps
        .filter((step) => step === 'withdraw' || step === 'object')
        .map((step) => (
          <details key={step} className="quiet-details">
            <summary>{STEP_WORDS[step][language]}</summary>
            <form className="correction" method="post" action={path} encType="multipart/form-data">
              {revision}
              <p className="quiet">{step === 'object' ? t.objectHelp : t.withdrawHelp}</p>
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
