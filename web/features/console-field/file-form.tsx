import { useId, useState } from 'react';
import { type ReadFieldFile, readFieldFile, swapped } from '#domain/field-round/field-file';
import type { FieldFile, FieldFileFault } from '#domain/field-round/file-parts';
import { useAnnounce } from '../../app/announcer.tsx';
import { contextOf } from '../../lib/coordinate-context.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { useConsole } from '../console-frame/index.ts';
import type { Bring } from './bring.ts';
import { fileTexts } from './file-texts.ts';

/** Points and tracks of another instrument: read on this device, shown as counts, and only then taken. */
export function FileForm({ round, add }: Bring) {
  const t = useTexts(fileTexts);
  const announce = useAnnounce();
  const heading = useId();
  const { city } = useConsole();
  const [file, setFile] = useState<ReadFieldFile | null>(null);
  const [fault, setFault] = useState<FieldFileFault | null>(null);
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const read = readFieldFile(await chosen.text(), contextOf(city));
    setFile(read.ok ? read.value : null);
    setFault(read.ok ? null : read.problem);
  };
  const take = async ({ points, tracks }: FieldFile): Promise<void> => {
    for (const { at, label, accuracyM } of points) {
      const place: [number, number] = [at[0], at[1]];
      const point = { kind: 'point', at: place, accuracyM, method: 'file', readings: null, label } as const;
      if (!(await add(round, point))) return;
    }
    for (const { line, label } of tracks) {
      const places = line.map(([lng, lat]): [number, number] => [lng, lat]);
      if (!(await add(round, { kind: 'track', line: places, label }))) return;
    }
    setFile(null);
    announce(t.taken(points.length, tracks.length));
  };
  return (
    <section className="block form" aria-labelledby={heading}>
      <h2 id={heading}>{t.title}</h2>
      <FormField label={t.file} help={t.help} error={fault === null ? null : t[fault]}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".gpx,.csv,.txt,.geojson,.json"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        )}
      </FormField>
      {file !== null && (
        <div role="status">
          <p>{t.found(file.format.toUpperCase(), file.points.length, file.tracks.length)}</p>
          {file.isSwapOffered ? <p>{t.swapped}</p> : file.outside > 0 && <p>{t.outside(file.outside)}</p>}
        </div>
      )}
      {file !== null && (
        <div className="form-actions">
          {file.isSwapOffered ? (
            <button type="button" className="button" onClick={() => void take(swapped(file))}>
              {t.takeSwapped}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => void take(file)}>
              {t.take}
            </button>
          )}
          <button type="button" className="button" onClick={() => setFile(null)}>
            {t.leave}
          </button>
        </div>
      )}
    </section>
  );
}
