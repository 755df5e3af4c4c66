import { type FormEvent, useEffect, useId, useState } from 'react';
import type { PhotoContent } from '#domain/field-round/item';
import { formatMetres } from '../../lib/format.ts';
import { faultTexts } from '../../lib/photo/fault-texts.ts';
import { type PhotoFault, rewritePhoto } from '../../lib/photo/rewrite-photo.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { Bring } from './bring.ts';
import { texts } from './texts.ts';
import { usePosition } from './use-position.ts';

interface Taken {
  readonly picture: Blob;
  readonly url: string;
  readonly at: string;
}

/**
 * A photo: written anew by the browser before it is kept anywhere, so that nothing the camera wrote stays in it. Position,
 * direction and time are fields of their own, and only what is ticked is kept.
 */
export function PhotoForm({ round, add }: Bring) {
  const { language } = useReader();
  const t = useTexts(texts);
  const faults = useTexts(faultTexts);
  const heading = useId();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [problem, setProblem] = useState<PhotoFault | 'busy' | null>(null);
  const [caption, setCaption] = useState('');
  const [bearing, setBearing] = useState('');
  const [withTime, setWithTime] = useState(true);
  const [withPlace, setWithPlace] = useState(true);
  const { readings } = usePosition(taken !== null && withPlace);
  const place = readings.at(-1) ?? null;
  const url = taken?.url;
  useEffect(() => (url === undefined ? undefined : () => URL.revokeObjectURL(url)), [url]);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setProblem('busy');
    const written = await rewritePhoto(file);
    setProblem(written.ok ? null : written.problem);
    if (!written.ok) return setTaken(null);
    const picture = written.value.blob;
    setTaken({ picture, url: URL.createObjectURL(picture), at: new Date().toISOString() });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (taken === null) return;
    const content: PhotoContent = {
      kind: 'photo',
      caption: caption.trim() === '' ? null : caption.trim(),
      at: withPlace && place !== null ? [...place.at] : null,
      accuracyM: withPlace && place !== null ? place.accuracyM : null,
      bearing: bearing === '' ? null : Number(bearing),
      takenAt: withTime ? taken.at : null,
    };
    if (!(await add(round, content, taken.picture))) return;
    setTaken(null);
    setCaption('');
    setBearing('');
  };
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{t.photos}</h2>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <FormField
          label={t.photo}
          help={t.photoClean}
          error={problem === null || problem === 'busy' ? null : faults[problem]}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept="image/*"
              capture="environment"
              onChange={(event) => {
                void choose(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          )}
        </FormField>
        {problem === 'busy' && <p role="status">{t.photoBusy}</p>}
        {taken !== null && (
          <>
            <img className="field-photo" src={taken.url} alt={t.photo} />
            <FormField label={t.caption} optional={t.optional}>
              {(control) => (
                <input
                  {...control}
                  value={caption}
                  maxLength={300}
                  onChange={(event) => setCaption(event.target.value)}
                />
              )}
            </FormField>
            <label className="field-tick">
              <input type="checkbox" checked={withPlace} onChange={() => setWithPlace(!withPlace)} />
              <span>
                {t.withPlace}
                {withPlace &&
                  ` (${place === null ? t.placeWaits : `± ${formatMetres(place.accuracyM, language)}`})`}
              </span>
            </label>
            <label className="field-tick">
              <input type="checkbox" checked={withTime} onChange={() => setWithTime(!withTime)} />
              {t.withTime}
            </label>
            <FormField label={t.bearing} optional={t.optional}>
              {(control) => (
                <select {...control} value={bearing} onChange={(event) => setBearing(event.target.value)}>
                  <option value="">{t.noBearing}</option>
                  {t.bearings.split(',').map((name, index) => (
                    <option key={name} value={String(index * 45)}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
            <div className="form-actions">
              <button type="submit" className="button">
                {t.savePhoto}
              </button>
            </div>
          </>
        )}
      </form>
    </section>
  );
}
