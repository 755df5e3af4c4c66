import { MESSAGE_LENGTH, MOST_PHOTOS } from '#domain/report/report';
import type { OwnReport } from '#domain/report/report-answers';
import type { ReadingContent } from '../../app/reading-data.ts';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { ownTexts } from './own-texts.ts';
import { pageTexts } from './page-texts.ts';
import { ReportNews } from './report-news.tsx';

type Content = Extract<ReadingContent, { page: 'report' }>;

/** For what cannot be brought back: one press more, also without a script. */
const Sure = ({ words }: { words: string }) => (
  <label className="krk-choice">
    <input type="checkbox" name="yakin" value="ya" required />
    <span>{words}</span>
  </label>
);

/** What whoever holds the secret can do: write, say that it is not done, take the proof and the data, be forgotten. */
export function ReportActions({ own, content }: { own: OwnReport; content: Content }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const mine = useTexts(ownTexts);
  const path = `/laporan/${own.ticket}`;
  const until = own.standing.mayDisputeUntil;
  return (
    <>
      <Section id="tulis" title={t.write}>
        <form className="correction" method="post" action={path} encType="multipart/form-data">
          <input type="hidden" name="pesanId" value={content.messageId} />
          <div className="correction-field">
            <label htmlFor="pesan">{t.messages}</label>
            <p className="quiet" id="pesan-help">
              {t.writeHelp}
            </p>
            <textarea
              id="pesan"
              name="pesan"
              rows={4}
              maxLength={MESSAGE_LENGTH}
              defaultValue={content.typed}
              aria-describedby="pesan-help"
            />
          </div>
          <div className="correction-field">
            <label htmlFor="foto">
              {t.photos} <span className="quiet">({t.optional})</span>
            </label>
            <p className="quiet" id="foto-help">
              {t.photosHelp(MOST_PHOTOS)}
            </p>
            <input
              id="foto"
              name="foto"
              type="file"
              multiple
              accept="image/jpeg,image/png,image/webp"
              aria-describedby="foto-help"
            />
          </div>
          <button type="submit" className="button-primary" name="aksi" value="tulis">
            {t.sendMessage}
          </button>
        </form>
      </Section>
      {until !== null && (
        <Section id="belum-selesai" title={t.notDone}>
          <p>{t.notDoneHelp(formatDay(until, language))}</p>
          <form className="correction" method="post" action={path}>
            <div className="correction-field">
              <label htmlFor="belum">{t.notDoneWhy}</label>
              <textarea
                id="belum"
                name="pesan"
                rows={4}
                required
                minLength={10}
                maxLength={MESSAGE_LENGTH}
                defaultValue={content.typed}
              />
            </div>
            <button type="submit" className="button" name="aksi" value="belum">
              {t.notDoneSend}
            </button>
          </form>
        </Section>
      )}
      <Section id="ombudsman" title={mine.ombudsman}>
        {own.isAskedToPassOn && <Notice title={mine.consentAsked} />}
        <p>{own.mayPassOn ? mine.consentGiven : mine.consentNone}</p>
        <p className="quiet">{mine.consentHelp}</p>
        <form className="correction actions" method="post" action={path}>
          {!own.mayPassOn && (
            <button type="submit" className="button" name="aksi" value="setuju">
              {mine.consentGive}
            </button>
          )}
          {(own.mayPassOn || own.isAskedToPassOn) && (
            <button type="submit" className="button" name="aksi" value="tarik">
              {own.mayPassOn ? mine.consentTake : mine.consentRefuse}
            </button>
          )}
        </form>
      </Section>
      <ReportNews own={own} reach={content.reach} />
      <Section id="bukti" title={mine.proof}>
        <p>{mine.proofHelp}</p>
        <p className="actions">
          <a className="button" href={`${path}/tanda-terima`} download>
            {mine.getProof}
          </a>
          <a className="button" href={`${path}/data`} download>
            {mine.getData}
          </a>
        </p>
        <form className="correction" method="post" action={path}>
          <p className="quiet">
            {mine.eraseHelp} {own.identity === 'confidential' && t.keptUntil(content.reach.keepReporterDays)}
          </p>
          <Sure words={mine.eraseSure} />
          <button type="submit" className="button" name="aksi" value="hapus">
            {own.identity === 'confidential' ? mine.erase : mine.eraseWords}
          </button>
        </form>
        <form className="correction" method="post" action={path}>
          <p className="quiet">{mine.changeKeyHelp}</p>
          <Sure words={mine.changeSure} />
          <button type="submit" className="button" name="aksi" value="ganti">
            {mine.changeKey}
          </button>
        </form>
        <form className="correction" method="post" action={path}>
          <button type="submit" className="button" name="aksi" value="tutup">
            {t.close}
          </button>
        </form>
      </Section>
    </>
  );
}
