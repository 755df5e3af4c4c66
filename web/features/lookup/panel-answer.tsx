import type { LngLat } from '#domain/geo/lng-lat';
import type { Given } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import { LatePart } from '../../app/late-part.tsx';
import type { CityFacts } from '../../app/page-data.ts';
import { later } from '../../lib/later.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnswerView } from './answer-view.tsx';
import { textPageHref } from './links.ts';
import { WrongHere } from './remarks.tsx';
import { ShareButton } from './share-button.tsx';

const deviceNote = later(async () => (await import('../offline/index.ts')).DeviceNote);

/** The answer in the panel of the map, with the way back to its place and the ways to hand it on. */
export function PanelAnswer({
  answer,
  place,
  on,
  city,
  onBackToPlace,
  isAsking,
  retry,
}: {
  answer: Given<Answer>;
  place: LngLat;
  on: string | null;
  city: CityFacts;
  onBackToPlace: () => void;
  isAsking: boolean;
  retry: () => void;
}) {
  const { t } = useReader();
  const { device } = answer;
  return (
    <AnswerView
      answer={answer}
      city={city.name}
      disclaimer={city.disclaimer}
      back={
        <button
          type="button"
          className="identity-back"
          aria-label={t['answer.backToPlace']}
          onClick={onBackToPlace}
        >
          <Icon name="locate" />
        </button>
      }
      note={
        device !== undefined && (
          <LatePart later={deviceNote}>
            {(DeviceNote) => <DeviceNote from={device} isAsking={isAsking} retry={retry} />}
          </LatePart>
        )
      }
      actions={
        <p className="actions">
          <ShareButton answer={answer} />
          <a className="button" href={textPageHref(place, on)}>
            <Icon name="page" />
            {t['answer.open']}
          </a>
          <WrongHere answer={answer} />
        </p>
      }
    />
  );
}
