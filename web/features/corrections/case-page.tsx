import type { CorrectionAnswer } from '#domain/correction/correction';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatDay, formatPosition } from '../../lib/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { textPageHref } from '../lookup/index.ts';
import { RowFacts } from './row-facts.tsx';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'case' }>;

/** One case as whoever opened it follows it; without the secret only how far it is. */
export function CasePage({ data, content }: { data: ReadingData; content: Content }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { told, link, isKeyWrong } = content;
  return (
    <ReadingFrame data={data} section="map" hasDate={false} isUseful={false}>
      <h1>{told === null ? t.title : t.caseTitle(told.ticket)}</h1>
      {told === null ? (
        <p className="unknown-block">{t.gone}</p>
      ) : (
        <>
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
          <p className="lead">
            <strong>{t[`state.${told.state}`]}</strong>{' '}
            <span className="quiet">{t.opened(formatDay(told.openedOn, language))}</span>
          </p>
          {told.detail === null ? (
            <OpenIt ticket={told.ticket} isKeyWrong={isKeyWrong} />
          ) : (
            <>
              <Section id="baris" title={t.about}>
                <p className="quiet tabular">
                  {t.place}: {formatPosition(told.detail.point, language)}
                </p>
                <RowFacts row={told.detail.row} />
                <p className="actions">
                  <a className="button" href={textPageHref(told.detail.point, null)}>
                    <Icon name="page" />
                    {t.toAnswer}
                  </a>
                </p>
              </Section>
              <Section id="tulisan" title={t.yours}>
                <p className="correction-words">{told.detail.message}</p>
              </Section>
              <Section id="jawaban" title={t.answers}>
                {told.detail.answers.length === 0 && <p>{t.noAnswer}</p>}
                {told.detail.answers.map((answer) => (
                  <AnswerLine key={answer.answeredAt} answer={answer} city={data.city} />
                ))}
              </Section>
            </>
          )}
        </>
      )}
    </ReadingFrame>
  );
}

/** The key is typed or pasted; with a script it comes out of the link by itself. */
function OpenIt({ ticket, isKeyWrong }: { ticket: string; isKeyWrong: boolean }) {
  const t = useTexts(texts);
  return (
    <form className="correction" method="post" action={`/keliru/${ticket}`} data-case-secret="">
      <p>{t.needKey}</p>
      <div className="correction-field">
        <label htmlFor="kunci">{t.key}</label>
        <p className="quiet" id="kunci-help">
          {t.keyHelp}
        </p>
        {isKeyWrong && (
          <p id="kunci-error" className="krk-error" role="alert">
            {t.keyWrong}
          </p>
        )}
        <input
          id="kunci"
          name="kunci"
          type="password"
          required
          maxLength={200}
          autoComplete="off"
          aria-invalid={isKeyWrong || undefined}
          aria-describedby={isKeyWrong ? 'kunci-help kunci-error' : 'kunci-help'}
        />
      </div>
      <button type="submit" className="button-primary" name="aksi" value="buka">
        {t.openIt}
      </button>
    </form>
  );
}

function AnswerLine({ answer, city }: { answer: CorrectionAnswer; city: ReadingData['city'] }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const english = language === 'en' ? answer.note.en : null;
  return (
    <div className="row-note">
      <p>
        <strong>{t[`state.${answer.outcome}`]}.</strong>{' '}
        <span lang={english === null ? 'id' : 'en'}>{english ?? answer.note.id}</span>
      </p>
      {answer.mended !== null && (
        <p>
          {t.version}: {t.ofVersion(formatDay(answer.mended.validFrom, language), answer.mended.decree)}
        </p>
      )}
      <p className="quiet">
        {t.answered(formatMoment(answer.answeredAt, language, city.timeZone, city.timeZoneLabel))}
      </p>
    </div>
  );
}
