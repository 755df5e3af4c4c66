import type { MouseEvent } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import { placeInAddress } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { mapPageHref, useLinks } from './links.ts';
import { onwardTexts } from './onward-texts.ts';

/** From the numbers of the plan to the building that they allow: on this very parcel, or on ground that one draws. */
export function BuildHere({ answer }: { answer: Answer }) {
  const t = useTexts(onwardTexts);
  const { on } = useLinks();
  const nib = onlyParcel(answer);
  return (
    <Onward
      tool={nib === null ? 'bangun' : `bangun~${nib}`}
      page={nib === null ? null : `/bangun?nib=${encodeURIComponent(nib)}${on === null ? '' : `&on=${on}`}`}
      place={answer.place.point}
      icon="house"
      words={t.build}
    />
  );
}

/** From the versions behind the answer to those before them. */
export function HistoryHere({ answer }: { answer: Answer }) {
  const t = useTexts(onwardTexts);
  const { point } = answer.place;
  const page = `/lokasi/${placeInAddress(point)}/riwayat`;
  return <Onward tool="riwayat" page={page} place={point} icon="history" words={t.history} />;
}

/** The whole answer on paper, of today alone: for the one parcel here, else for the point. */
export function ItrHere({ answer }: { answer: Answer }) {
  const { language } = useReader();
  const t = useTexts(onwardTexts);
  const { on } = useLinks();
  if (on !== null) return null;
  const nib = onlyParcel(answer);
  const [lng, lat] = answer.place.point;
  const ground = nib === null ? `lon=${lng}&lat=${lat}` : `parcel=${encodeURIComponent(nib)}`;
  return (
    <p className="actions">
      <a className="button" href={`/api/v1/itr.pdf?${ground}&lang=${language}`} rel="nofollow" download="">
        <Icon name="page" />
        {nib === null ? t.itr : t.itrParcel}
      </a>
    </p>
  );
}

/** Of two parcels that overlap here nobody knows which one is meant. */
const onlyParcel = ({ parcels: [parcel, other] }: Answer): string | null =>
  other === undefined ? (parcel?.nib ?? null) : null;

/** On the map the tool opens beside the answer; elsewhere the page without a map, or the map where there is none. */
function Onward({
  tool,
  page,
  place,
  icon,
  words,
}: {
  tool: string;
  page: string | null;
  place: LngLat;
  icon: IconName;
  words: string;
}) {
  const { on, openTool } = useLinks();
  const onMap = `${mapPageHref(place, on)}&alat=${tool}`;
  const open = (event: MouseEvent): void => {
    const wantsOther = event.metaKey || event.ctrlKey || event.shiftKey;
    if (openTool === null || wantsOther) return;
    event.preventDefault();
    openTool(tool);
  };
  return (
    <p className="actions">
      <a className="button" href={openTool === null ? (page ?? onMap) : onMap} onClick={open}>
        <Icon name={icon} />
        {words}
      </a>
    </p>
  );
}
