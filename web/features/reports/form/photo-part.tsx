import { useState } from 'react';
import { MOST_PHOTOS } from '#domain/report/report';
import { useAnnounce } from '../../../app/announcer.tsx';
import { formatNumber } from '../../../lib/format.ts';
import { faultTexts } from '../../../lib/photo/fault-texts.ts';
import { type PhotoFault, rewritePhoto } from '../../../lib/photo/rewrite-photo.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import { BlurEditor } from './blur-editor.tsx';
import type { DraftPhoto } from './draft.ts';
import { PhotoButtons } from './photo-buttons.tsx';
import { photoTexts } from './photo-texts.ts';
import type { DraftKeeper } from './use-draft.ts';
import { useFileAddress } from './use-file-address.ts';
import { PHOTO_NAME, usePhotoFocus } from './use-photo-focus.ts';

interface Refused {
  readonly name: string;
  readonly fault: PhotoFault;
}

/** Up to five photos: each written anew before it is kept, and covered where nobody should be recognised. */
export function PhotoPart({ keeper }: { keeper: DraftKeeper }) {
  const t = useTexts(photoTexts);
  const faults = useTexts(faultTexts);
  const announce = useAnnounce();
  const { photos } = keeper.draft;
  const [work, setWork] = useState<{ done: number; all: number } | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [edited, setEdited] = useState<DraftPhoto | null>(null);
  const { list, goOnAt } = usePhotoFocus(work !== null);
  const take = async (chosen: readonly File[]): Promise<void> => {
    const room = MOST_PHOTOS - photos.length;
    const files = chosen.slice(0, room);
    const bad: Refused[] = [];
    for (const [index, file] of files.entries()) {
      setWork({ done: index + 1, all: files.length });
      const written = await rewritePhoto(file);
      if (written.ok)
        keeper.addPhoto({ photoId: crypto.randomUUID(), takenAt: null, position: null }, written.value.blob);
      else bad.push({ name: file.name.slice(0, 60), fault: written.problem });
    }
    setWork(null);
    setRefused(bad);
    announce(t.added(photos.length + files.length - bad.length));
    goOnAt('choose');
  };
  const cover = async (photo: DraftPhoto, marks: Parameters<typeof rewritePhoto>[1]): Promise<void> => {
    const file = keeper.files.get(photo.photoId);
    setEdited(null);
    if (file === undefined) return;
    setWork({ done: 1, all: 1 });
    const index = photos.findIndex(({ photoId }) => photoId === photo.photoId);
    goOnAt(index);
    const written = await rewritePhoto(file, marks);
    setWork(null);
    // What could not be covered must not be sent as it is.
    if (written.ok) {
      keeper.replacePhoto(photo.photoId, written.value.blob);
      announce(t.wasHidden(index + 1));
    } else {
      keeper.removePhoto(photo.photoId);
      setRefused([{ name: t.photo(index + 1), fault: written.problem }]);
    }
  };
  const remove = (index: number, { photoId }: DraftPhoto): void => {
    keeper.removePhoto(photoId);
    announce(t.wasRemoved(index + 1, photos.length - 1));
    goOnAt(index);
  };
  const editedFile = edited === null ? undefined : keeper.files.get(edited.photoId);
  return (
    <div className="report-photos">
      {photos.length < MOST_PHOTOS ? (
        <div className="form-field">
          <label htmlFor="foto-pilih">{t.add}</label>
          <p className="quiet" id="foto-bantuan">
            {t.addHelp} {t.none}
          </p>
          <input
            id="foto-pilih"
            type="file"
            accept="image/*"
            multiple
            aria-describedby="foto-bantuan"
            disabled={work !== null}
            onChange={(event) => {
              void take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
      ) : (
        <p className="quiet">{t.tooMany}</p>
      )}
      {work !== null && <p role="status">{t.working(work.done, work.all)}</p>}
      {refused.length > 0 && (
        <div role="alert">
          <ul className="report-wrong">
            {refused.map(({ name, fault }) => (
              <li key={`${name} ${fault}`}>
                <strong>{name}</strong>: {faults[fault]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ol className="report-photo-list" ref={list}>
        {photos.map((photo, index) => (
          <PhotoRow
            key={photo.photoId}
            number={index + 1}
            photo={photo}
            keeper={keeper}
            isBusy={work !== null}
            onEdit={() => setEdited(photo)}
            onRemove={() => remove(index, photo)}
          />
        ))}
      </ol>
      {edited !== null && editedFile !== undefined && (
        <BlurEditor
          number={photos.indexOf(edited) + 1}
          file={editedFile}
          onDone={(marks) => void cover(edited, marks)}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

/** One photo as it will be sent. When and where it was taken is told only if it is ticked. */
function PhotoRow({
  number,
  photo,
  keeper,
  isBusy,
  onEdit,
  onRemove,
}: {
  number: number;
  photo: DraftPhoto;
  keeper: DraftKeeper;
  isBusy: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(photoTexts);
  const file = keeper.files.get(photo.photoId);
  const url = useFileAddress(file);
  const { pin, way, photos } = keeper.draft;
  const set = (part: Partial<DraftPhoto>): void =>
    keeper.change({ photos: photos.map((one) => (one === photo ? { ...one, ...part } : one)) });
  return (
    <li>
      {url !== null && <img src={url} alt={t.photo(number)} />}
      <p>
        <strong {...PHOTO_NAME}>{t.photo(number)}</strong>{' '}
        <span className="quiet">{t.size(formatNumber((file?.size ?? 0) / 1000, language, 0))}</span>
      </p>
      <PhotoButtons number={number} isBusy={isBusy} onHide={onEdit} onRemove={onRemove} />
      <label className="report-tick">
        <input
          type="checkbox"
          checked={photo.takenAt !== null}
          onChange={() => set({ takenAt: photo.takenAt === null ? new Date().toISOString() : null })}
        />
        {t.withTime(number)}
      </label>
      {photo.takenAt !== null && (
        <label className="report-when">
          {t.takenAt(number)}
          <input
            type="datetime-local"
            value={localText(photo.takenAt)}
            onChange={({ target }) => {
              const at = new Date(target.value);
              if (!Number.isNaN(at.getTime())) set({ takenAt: at.toISOString() });
            }}
          />
        </label>
      )}
      {way === 'pin' && pin !== null && (
        <label className="report-tick">
          <input
            type="checkbox"
            checked={photo.position !== null}
            onChange={() => set({ position: photo.position === null ? pin.at : null })}
          />
          {t.withPlace(number)}
        </label>
      )}
    </li>
  );
}

/** A moment on the clock of this device, as its field for moments writes it. */
function localText(at: string): string {
  const moment = new Date(at);
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
