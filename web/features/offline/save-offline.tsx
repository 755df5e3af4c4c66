import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '#domain/zoning/answer';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { SavedPack } from '../../offline/pack-store.ts';
import type { OfferedPack } from '../../offline/save-pack.ts';
import { deleteAnswers, type SavedAnswer, savedPlaces } from '../../offline/saved-answers.ts';
import { Notice } from '../../ui/notice.tsx';
import { daysBetween, momentInWords } from './moments.ts';
import './offline.css';
import { SlowNote } from './slow-note.tsx';
import { texts } from './texts.ts';
import { type PackWork, usePacks } from './use-packs.ts';

/** “Simpan untuk luring”: the city or the kelurahan of the place, what is saved already, and the answers that are kept. */
export function SaveOffline({ answer }: { answer: Answer | undefined }) {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const kelurahan = answer?.admin.find(({ level }) => level === 'kelurahan');
  const wanted = ['kota', ...(kelurahan?.code == null ? [] : [`kelurahan-${kelurahan.code}`])];
  const { offers, saved, work, save, remove, readOffers } = usePacks(wanted);
  const list = Array.isArray(offers) ? (offers as readonly OfferedPack[]) : [];
  const shown = list.filter(({ packId }) => wanted.includes(packId));
  const others = (saved ?? []).filter(
    ({ manifest }) => !shown.some(({ packId }) => packId === manifest.packId),
  );
  const saveAndTell = async (offer: OfferedPack): Promise<void> => {
    if (await save(offer)) announce(t.savedNow(offer.title));
  };
  return (
    <div className="save-offline">
      <p>{t.saveIntro}</p>
      {offers === null && (
        <>
          <p className="quiet">{t.packsLoading}</p>
          <SlowNote />
        </>
      )}
      {typeof offers === 'string' && (
        <Notice title={t.packsFailed}>
          <p>{t.packsFailedHelp}</p>
          <button type="button" className="button" onClick={() => void readOffers()}>
            {t.openAgain}
          </button>
        </Notice>
      )}
      {Array.isArray(offers) && offers.length === 0 && <p className="unknown-block">{t.packsNone}</p>}
      <ul className="pack-list">
        {shown.map((offer) => (
          <PackRow
            key={offer.packId}
            title={offer.kind === 'city' ? t.wholeCity(offer.title) : t.kelurahan(offer.title)}
            offer={offer}
            pack={saved?.find(({ manifest }) => manifest.packId === offer.packId) ?? null}
            work={work}
            onSave={saveAndTell}
            onDelete={remove}
          />
        ))}
        {others.map((pack) => (
          <PackRow
            key={pack.manifest.packId}
            title={
              pack.manifest.kind === 'city'
                ? t.wholeCity(pack.manifest.title)
                : t.kelurahan(pack.manifest.title)
            }
            offer={list.find(({ packId }) => packId === pack.manifest.packId) ?? null}
            pack={pack}
            work={work}
            onSave={saveAndTell}
            onDelete={remove}
          />
        ))}
      </ul>
      {Array.isArray(offers) && offers.length > 0 && kelurahan === undefined && (
        <p className="quiet">{t.choosePlace}</p>
      )}
      <KeptAnswers />
    </div>
  );
}

function PackRow(props: {
  title: string;
  offer: OfferedPack | null;
  pack: SavedPack | null;
  work: PackWork | null;
  onSave: (offer: OfferedPack) => Promise<void>;
  onDelete: (pack: SavedPack) => Promise<void>;
}) {
  const { title, offer, pack } = props;
  const t = useTexts(texts);
  const { language } = useReader();
  const work = props.work?.packId === (offer?.packId ?? pack?.manifest.packId) ? props.work : null;
  const isWorking = work !== null && work.failure === null;
  // One at a time: a button that can do nothing now keeps its place and the focus.
  const isBusy = props.work !== null && props.work.failure === null;
  const isNewer = pack !== null && offer !== null && offer.state !== pack.manifest.state;
  const megabytes = (bytes: number): string => `${formatNumber(bytes / 1e6, language, 1)} MB`;
  const size = offer?.bytes ?? pack?.bytes ?? null;
  return (
    <li className="pack">
      <p className="pack-title">
        <strong>{title}</strong>{' '}
        <span className="quiet">{size === null ? t.sizeUnknown : megabytes(size)}</span>
      </p>
      {pack !== null && (
        <p className="quiet">
          {t.packAge(momentInWords(pack.confirmedAt, language), daysBetween(pack.confirmedAt, new Date()))}
          {(isNewer || pack.isOutdated) && <strong> {t.packOutdated}</strong>}
        </p>
      )}
      {isWorking && (
        <p>
          <progress
            aria-label={t.saving}
            max={size ?? 1}
            {...(work.bytes === 0 ? {} : { value: work.bytes })}
          />{' '}
          <span className="quiet tabular">
            {t.progress(megabytes(work.bytes), size === null ? '…' : megabytes(size))}
          </span>
        </p>
      )}
      {work?.failure != null && (
        <p className="unknown-block" role="alert">
          {t[`failure.${work.failure}`]}
        </p>
      )}
      <p className="offline-actions">
        {(pack === null || isNewer) && offer !== null && (
          <button
            type="button"
            className="button-primary"
            aria-disabled={isBusy}
            onClick={() => !isBusy && void props.onSave(offer)}
          >
            {pack === null ? t.save : t.update}
          </button>
        )}
        {pack !== null && (
          <button
            type="button"
            className="button"
            aria-disabled={isWorking}
            onClick={() => !isWorking && void props.onDelete(pack)}
          >
            {t.delete(title)}
          </button>
        )}
      </p>
    </li>
  );
}

/** The answers that were asked last: openable without a network, and removable, because a telephone is often shared. */
function KeptAnswers() {
  const t = useTexts(texts);
  const { language } = useReader();
  const [kept, setKept] = useState<readonly SavedAnswer[]>([]);
  const read = useCallback(() => savedPlaces().then(setKept, () => setKept([])), []);
  useEffect(() => void read(), [read]);
  return (
    <section aria-labelledby="jawaban-tersimpan">
      <h2 id="jawaban-tersimpan">{t.answers}</h2>
      {kept.length === 0 && <p className="quiet">{t.answersNone}</p>}
      <ul className="plain-list">
        {kept.slice(0, 10).map(({ answer, on, savedAt }) => {
          const [lng, lat] = answer.place.point;
          const place = `${lng.toFixed(5)},${lat.toFixed(5)}`;
          const kelurahan = answer.admin.find(({ level }) => level === 'kelurahan')?.name;
          return (
            <li key={`${place} ${on}`}>
              <a href={`/?p=${place}${on === null ? '' : `&on=${on}`}`}>{kelurahan ?? place}</a>{' '}
              <span className="quiet">
                {on !== null && `${t.asOf(formatDay(on, language))} · `}
                {answer.parts.map((part) => part.zone.code).join(', ')} · {momentInWords(savedAt, language)}
              </span>
            </li>
          );
        })}
      </ul>
      {kept.length > 0 && (
        <button type="button" className="button" onClick={() => void deleteAnswers().then(read)}>
          {t.answersDelete}
        </button>
      )}
    </section>
  );
}
