import { type DragEvent, type SubmitEvent, useId, useState } from 'react';
import type { GroundQuestion } from '../../lib/building-api.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import type { ToolProps } from '../map-tool/index.ts';
import { DrawOutline } from './draw-outline.tsx';
import { outlineOf } from './ground-choice.ts';
import { TapParcel } from './tap-parcel.tsx';
import { toolTexts } from './tool-texts.ts';

type Way = 'tap' | 'draw' | 'nib' | 'file';

/** Ways that a link may open the tool with. */
const WAY_IN_ADDRESS: Readonly<Record<string, Way>> = { gambar: 'draw', berkas: 'file' };

/** The ways to say which ground is meant: tap a parcel, draw or type an outline, a parcel number, a file. */
export function GroundWays({
  props,
  onGround,
  onFile,
}: {
  props: ToolProps;
  onGround: (ground: GroundQuestion) => void;
  onFile: (file: File) => void;
}) {
  const t = useTexts(toolTexts);
  const name = useId();
  const { port, answer, city, state } = props;
  const ways: readonly Way[] =
    port.kind === 'text' ? ['nib', 'draw', 'file'] : ['tap', 'draw', 'nib', 'file'];
  const [way, setWay] = useState<Way>(WAY_IN_ADDRESS[state] ?? ways[0] ?? 'nib');
  const [parcel, other] = answer?.parcels ?? [];
  return (
    <div className="ground-ways">
      {parcel !== undefined && other === undefined && (
        <button
          type="button"
          className="button-primary"
          onClick={() => onGround({ parcel: { nib: parcel.nib } })}
        >
          {t.here(parcel.nib)}
        </button>
      )}
      <fieldset className="ways">
        <legend>{t.which}</legend>
        {ways.map((one) => (
          <label key={one}>
            <input type="radio" name={name} value={one} checked={way === one} onChange={() => setWay(one)} />
            <span>{t[`way.${one}`]}</span>
          </label>
        ))}
      </fieldset>
      {way === 'tap' && <TapParcel {...props} onGround={onGround} />}
      {way === 'draw' && (
        <DrawOutline port={port} city={city} onDrawn={(corners) => onGround(outlineOf(corners))} />
      )}
      {way === 'nib' && <ParcelNumber onGround={onGround} />}
      {way === 'file' && <GroundFile onFile={onFile} />}
    </div>
  );
}

function ParcelNumber({ onGround }: { onGround: (ground: GroundQuestion) => void }) {
  const t = useTexts(toolTexts);
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const nib = String(new FormData(event.currentTarget).get('nib') ?? '').replace(/[\s.-]/g, '');
    if (nib !== '') onGround({ parcel: { nib } });
  };
  return (
    <form className="parcel-number" onSubmit={submit}>
      <label htmlFor={id}>{t.nibLabel}</label>
      <p className="quiet" id={`${id}-help`}>
        {t.nibExample}
      </p>
      <div className="proposal-field">
        <input
          id={id}
          name="nib"
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          required
          aria-describedby={`${id}-help`}
        />
      </div>
      <button type="submit" className="button-primary">
        {t.ask}
      </button>
    </form>
  );
}

function GroundFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useTexts(toolTexts);
  const id = useId();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside takes the file by keyboard
    <div className="ground-file" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <label htmlFor={id}>{t.fileLabel}</label>
      <p className="quiet" id={`${id}-help`}>
        {t.fileHelp}
      </p>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-help`}
        accept=".geojson,.json,.zip,.kml,.kmz,.gpkg,.dxf,.gml,.fgb,.csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
