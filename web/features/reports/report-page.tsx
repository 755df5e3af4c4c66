import { CATEGORIES } from '#domain/report/category';
import type { OwnPhoto, OwnReport, PublicReport } from '#domain/report/report-answers';
import { CLOSINGS, OUTCOME_WORDS, PAUSES } from '#domain/violation-case/outcomes';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatDay, formatPosition } from '../../lib/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { LawWords } from '../../ui/law-words.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SecretReceipt } from '../../ui/secret-receipt.tsx';
import { Section } from '../../ui/section.tsx';
import { RowSaid, RowTitle } from '../corrections/index.ts';
import { ErasedNotice } from './erased-notice.tsx';
import { ownTexts } from './own-texts.ts';
import { pageTexts } from './page-texts.ts';
import { ReportActions } from './report-actions.tsx';
import { UnknownNumber } from './unknown-number.tsx';

type Content = Extract<ReadingContent, { page: 'report' }>;

/** One report by its number; with its secret also what it says, and what can be done. */
export function ReportPage({ data, content }: { data: ReadingData; content: Content }) {
  const t = useTexts(pageTexts);
  const mine = useTexts(ownTexts);
  const { told, own, asked, link, linkFor, erased, problem, isSaved } = content;
  return (
    <ReadingFrame data={data} section={null} hasDate={false} isUseful={false}>
      <h1>
        {t.one} <span className="report-ticket">{asked}</span>
      </h1>
      {problem !== null && (
        <div role="alert">
          <Notice title={problem} />
        </div>
      )}
      {isSaved && <Notice icon="check" title={t.saved} />}
      {erased !== null && <ErasedNotice erased={erased} />}
      {link !== null && linkFor === 'new' && <SecretReceipt link={link} ticket={asked} isOpen texts={t} />}
      {link !== null && linkFor === 'changed' && (
        <div data-report-changed={JSON.stringify({ ticket: asked, secret: link.split('#').at(-1), link })}>
          <SecretReceipt link={link} ticket={asked} isOpen texts={{ ...t, keep: mine.keepChanged }} />
        </div>
      )}
      {told === null ? (
        <UnknownNumber asked={asked} />
      ) : (
        <>
          {told.isDemo && <Notice title={t.demoOne} />}
          <Standing told={told} />
          {own === null ? (
            <OpenIt ticket={told.ticket} typed={content.typed} />
          ) : (
            <>
              <Own own={own} data={data} />
              <ReportActions own={own} content={content} />
            </>
          )}
        </>
      )}
    </ReadingFrame>
  );
}

function Standing({ told }: { told: PublicReport }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const {
    state,
    outcome,
    closing,
    forwardTo,
    moves,
    dueOn,
    isOverdue,
    isPaused,
    pauseReason,
    pauseUntil,
    isEscalated,
  } = told.standing;
  return (
    <Section id="keadaan" title={t.standing}>
      <p className="lead">
        <strong>{CASE_STATE_WORDS[state].name[language]}</strong>{' '}
        <span className="quiet">{CASE_STATE_WORDS[state].means[language]}</span>
      </p>
      <p>
        {t.received(formatDay(told.receivedOn, language))}
        {told.kelurahan !== null && (
          <>
            , <LawWords sentence={t.inKelurahan(told.kelurahan)} words={told.kelurahan} />
          </>
        )}
      </p>
      {outcome !== null && (
        <p>
          {t.outcome}: <strong>{OUTCOME_WORDS[outcome].name[language]}</strong>{' '}
          {OUTCOME_WORDS[outcome].means[language]}
        </p>
      )}
      {closing !== null && <p>{CLOSINGS[closing].words[language]}</p>}
      {forwardTo !== null && (
        <p>
          <LawWords sentence={t.forward(forwardTo)} words={forwardTo} />
        </p>
      )}
      {isPaused && pauseReason !== null && (
        <p>
          {t.paused}: {PAUSES[pauseReason][language]}
          {pauseUntil !== null && `, ${t.pausedUntil(formatDay(pauseUntil, language))}`}
        </p>
      )}
      {dueOn !== null && (
        <p>
          {t.due(formatDay(dueOn, language))} {isOverdue && t.overdue}
        </p>
      )}
      {isEscalated && <p>{t.escalated}</p>}
      <h3>{t.steps}</h3>
      <ol className="report-way">
        {moves.map((move, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what happened, and never changes
          <li key={index}>
            {CASE_STATE_WORDS[move.state].name[language]}{' '}
            <span className="quiet">{formatDay(move.on, language)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The secret is typed or pasted; with a script it comes out of the link by itself. */
function OpenIt({ ticket, typed }: { ticket: string; typed: string }) {
  const t = useTexts(pageTexts);
  return (
    <Section id="buka" title={t.open}>
      <form className="correction" method="post" action={`/laporan/${ticket}`} data-report-secret="">
        <div className="correction-field">
          <label htmlFor="kunci">{t.key}</label>
          <p className="quiet" id="kunci-help">
            {t.openHelp}
          </p>
          <input
            id="kunci"
            name="kunci"
            type="password"
            required
            maxLength={200}
            autoComplete="off"
            aria-describedby="kunci-help"
          />
        </div>
        {typed !== '' && (
          <div className="correction-field">
            <label htmlFor="tertulis">{t.typed}</label>
            <textarea id="tertulis" name="pesan" rows={4} readOnly defaultValue={typed} />
          </div>
        )}
        <button type="submit" className="button-primary" name="aksi" value="buka">
          {t.openIt}
        </button>
      </form>
    </Section>
  );
}

function Own({ own, data }: { own: OwnReport; data: ReadingData }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const mine = useTexts(ownTexts);
  const { point, landmark } = own.place;
  return (
    <>
      <Section id="laporan" title={t.yours}>
        <dl className="facts">
          <div>
            <dt>{t.category}</dt>
            <dd>{CATEGORIES[own.category].title[language]}</dd>
          </div>
          <div>
            <dt>{t.place}</dt>
            <dd className="tabular">{point === null ? landmark : formatPosition(point, language)}</dd>
          </div>
          <div>
            <dt>{t.seen}</dt>
            <dd>
              {formatDay(own.seenOn, language)} ({t.ongoing} {t[`ongoing.${own.ongoing}`]})
            </dd>
          </div>
          {own.brokenRule !== null && (
            <div>
              <dt>{t.brokenRule}</dt>
              <dd>
                <RowTitle row={own.brokenRule} />: <RowSaid row={own.brokenRule} />
              </dd>
            </div>
          )}
        </dl>
        <p className="correction-words">{own.description}</p>
        <Photos ticket={own.ticket} photos={own.photos} />
        <p className="quiet">{t[`identity.${own.identity}`]}</p>
      </Section>
      <Section id="pesan-semua" title={t.messages}>
        {own.messages.length === 0 && <p>{t.noMessages}</p>}
        {own.messages.map((message) => (
          <div key={message.messageId} className="row-note">
            <p className="correction-words">
              <strong>{t[`from.${message.from}`]}.</strong> {message.text ?? mine.wordsErased}
            </p>
            <Photos ticket={own.ticket} photos={message.photos} />
            <p className="quiet">
              {formatMoment(message.sentAt, language, data.city.timeZone, data.city.timeZoneLabel)}
            </p>
          </div>
        ))}
      </Section>
    </>
  );
}

function Photos({ ticket, photos }: { ticket: string; photos: readonly OwnPhoto[] }) {
  const t = useTexts(pageTexts);
  return (
    <div className="report-photos">
      {photos.map(({ photoId, widthPx, heightPx }, index) => (
        <a key={photoId} href={`/laporan/${ticket}/foto/${photoId}`}>
          <img
            src={`/laporan/${ticket}/foto/${photoId}`}
            alt={t.photo(index + 1)}
            width={Math.round((160 * widthPx) / Math.max(widthPx, heightPx))}
            height={Math.round((160 * heightPx) / Math.max(widthPx, heightPx))}
            loading="lazy"
          />
        </a>
      ))}
    </div>
  );
}
