import type { Answer } from '#domain/zoning/answer';
import { placeInAddress } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';

const WORDS = { id: 'Ajukan KRK di sini', en: 'Apply for a KRK here' } as const;

/** From an answer to an application for a document about this very ground: its parcel where only one is meant. */
export function KrkHere({ answer }: { answer: Answer }) {
  const { language } = useReader();
  const [parcel, other] = answer.parcels;
  const ground =
    parcel === undefined || other !== undefined
      ? `lokasi=${placeInAddress(answer.place.point)}`
      : `bidang=${encodeURIComponent(parcel.nib)}`;
  return (
    <p className="actions">
      <a className="button" href={`/krk/ajukan?${ground}`}>
        <Icon name="page" />
        {WORDS[language]}
      </a>
    </p>
  );
}
