import type { Building, BuildingPart } from '#domain/building/building';
import { formatMetres, formatNumber } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { LawWords } from '../../ui/law-words.tsx';
import { wordsOf } from './building-words.ts';
import { Source } from './sources.tsx';

type OnGround = BuildingPart['setbacks'][number];
const KIND = { gsb: 'GSB', jbs: 'JBS', jbb: 'JBB' } as const;

/** Every edge with what it faces, and the distance that stays free from it, part by part where they differ. */
export function EdgeList({ building }: { building: Building }) {
  const { language } = useReader();
  const t = wordsOf(language);
  const { edges } = building.ground;
  const parts = building.parts.filter((part) => !part.isSliver);
  const loose = uniqueIn(parts).filter(({ setback }) => setback.edges.length === 0);
  return (
    <>
      <ol className="edge-list">
        {edges.map((edge) => (
          <li key={edge.number} value={edge.number}>
            <p>
              <strong>{t[`role.${edge.role}`]}</strong>, {formatMetres(edge.lengthM, language)}
              {edge.roads.map((road) => (
                <span key={`${road.name} ${road.roadClass}`}>
                  {' · '}
                  {t.facing(
                    road.name ?? t.unnamedRoad,
                    road.roadClass,
                    formatMetres(road.distanceM, language),
                  )}
                </span>
              ))}
            </p>
            <ul>
              {uniqueIn(parts)
                .filter(({ setback }) => setback.edges.includes(edge.number))
                .map(({ setback, codes }) => (
                  <SetbackLine
                    key={`${keyOf(setback)} ${codes}`}
                    setback={setback}
                    codes={parts.length > 1 ? codes : null}
                  />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      {loose.length > 0 && (
        <ul className="edge-loose">
          {loose.map(({ setback, codes }) => (
            <SetbackLine
              key={`${keyOf(setback)} ${codes}`}
              setback={setback}
              codes={parts.length > 1 ? codes : null}
            />
          ))}
        </ul>
      )}
    </>
  );
}

const keyOf = ({ setback, clearM, doubt, edges }: OnGround): string =>
  JSON.stringify([setback.kind, setback.roadName, setback.roadClass, setback.sourceId, clearM, doubt, edges]);

/** Setbacks that are the same in several zones are said once, with the codes that they hold for. */
function uniqueIn(parts: readonly BuildingPart[]): { setback: OnGround; codes: string }[] {
  const found = new Map<string, { setback: OnGround; codes: Set<string> }>();
  for (const part of parts) {
    for (const setback of part.setbacks) {
      const known = found.get(keyOf(setback)) ?? { setback, codes: new Set<string>() };
      known.codes.add(part.zone.code);
      found.set(keyOf(setback), known);
    }
  }
  return [...found.values()].map(({ setback, codes }) => ({ setback, codes: [...codes].join(', ') }));
}

function SetbackLine({
  setback: { setback, clearM, leastM, from, doubt },
  codes,
}: {
  setback: OnGround;
  codes: string | null;
}) {
  const { language } = useReader();
  const t = wordsOf(language);
  const kind = KIND[setback.kind];
  const metres = (value: number) => `${formatNumber(value, language, 2)} m`;
  const number = setback.governingM ?? setback.valueM;
  const words =
    clearM === null || number === null
      ? t.clearUnknown(kind)
      : clearM === 0
        ? t.clearZero(kind)
        : from === 'reserve'
          ? t.clearReserve(kind, metres(number), metres(clearM))
          : t.clear(kind, metres(number), setback.referenceLine ?? '');
  return (
    <li>
      {codes !== null && <span className="quiet">{codes} · </span>}
      <LawWords sentence={words} words={setback.referenceLine ?? ''} />
      {clearM === null && leastM > 0 && ` (${t.atLeast(metres(leastM))})`}{' '}
      {doubt !== null && <span className="quiet">{t[`doubt.${doubt}`]}</span>}{' '}
      {setback.text !== null && <span lang="id">{setback.text}</span>} <Source sourceId={setback.sourceId} />
    </li>
  );
}
