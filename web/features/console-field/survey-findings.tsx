import { standing } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import { useTexts } from '../../locale/feature-texts.ts';
import { Failure } from '../console-frame/index.ts';
import { Decided } from './closing-form.tsx';
import { ItemFacts } from './item-list.tsx';
import { RoundMap } from './round-map.tsx';
import { texts } from './texts.ts';
import { useRoundsAbout } from './use-rounds-about.ts';
import './field.css';

/**
 * What rounds on site have brought about a subject, for whoever writes or checks the sheet: photos, points, comparison and
 * decision. Shows nothing where nobody went out.
 */
export function SurveyFindings({ kind, subjectId }: { kind: SubjectKind; subjectId: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useRoundsAbout(kind, subjectId);
  if (error !== null) return <Failure error={error} onRetry={refetch} />;
  if (data === undefined || data.rounds.length === 0) return null;
  return (
    <section className="block" aria-label={t.survey}>
      <h2>{t.survey}</h2>
      {data.rounds.map((round) => (
        <OneRound key={round.roundId} round={round} />
      ))}
    </section>
  );
}

function OneRound({ round }: { round: Round }) {
  const t = useTexts(texts);
  const found = standing(round.items).filter(({ content }) => content.kind !== 'outline');
  return (
    <>
      {round.state === 'open' && <p>{t.open}</p>}
      <Decided round={round} />
      <RoundMap round={round} items={round.items} />
      <ul className="field-items">
        {found.map((item) => (
          <li key={item.itemId}>
            <ItemFacts round={round} item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}
