import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import { useAnnounce } from '../../app/announcer.tsx';
import { fetchAnswer } from '../../lib/api.ts';
import type { GroundQuestion } from '../../lib/building-api.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { ToolProps } from '../map-tool/index.ts';
import { toolTexts } from './tool-texts.ts';

/** What is said of a tap, and the parcels to choose from where several lie over each other. */
interface Outcome {
  readonly said: 'tapHelp' | 'tapLooking' | 'tapNone' | 'tapUnknown' | 'tapSeveral' | 'offline';
  readonly nibs: readonly string[];
}

/** The parcel that is tapped on the map: looked up, and asked about where nobody knows which one is meant. */
export function TapParcel({
  port,
  on,
  onGround,
}: ToolProps & { onGround: (ground: GroundQuestion) => void }) {
  const { language } = useReader();
  const t = useTexts(toolTexts);
  const announce = useAnnounce();
  const [{ said, nibs }, setOutcome] = useState<Outcome>({ said: 'tapHelp', nibs: [] });
  // A page that draws itself anew must not end the look-up of a tap.
  const found = useRef(onGround);
  useEffect(() => {
    found.current = onGround;
  });
  useEffect(() => {
    let abort = new AbortController();
    const look = async (place: LngLat): Promise<void> => {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      setOutcome({ said: 'tapLooking', nibs: [] });
      try {
        const answer = await fetchAnswer(place, on, language, signal);
        const [parcel, other] = answer.parcels;
        if (parcel !== undefined && other === undefined) {
          found.current({ parcel: { nib: parcel.nib } });
          return;
        }
        const outcome = outcomeOf(answer);
        setOutcome(outcome);
        announce(t[outcome.said]);
      } catch {
        if (!signal.aborted) setOutcome({ said: 'offline', nibs: [] });
      }
    };
    const stop = port.takeTaps((place) => void look(place));
    return () => {
      abort.abort();
      stop();
    };
  }, [port, on, language, t, announce]);
  return (
    <>
      <p className="quiet">{t[said]}</p>
      {nibs.map((nib) => (
        <button key={nib} type="button" className="button" onClick={() => onGround({ parcel: { nib } })}>
          {t.parcel(nib)}
        </button>
      ))}
    </>
  );
}

/** Parcels that could not be looked at are unknown, never none. */
function outcomeOf({ parcels, themes }: Answer): Outcome {
  const open = themes.noData.find(({ code }) => code === 'bidang-tanah')?.reason;
  const isUnknown = open === 'notCarried' || open === 'sourceFailed';
  return {
    said: parcels.length > 0 ? 'tapSeveral' : isUnknown ? 'tapUnknown' : 'tapNone',
    nibs: parcels.map(({ nib }) => nib),
  };
}
