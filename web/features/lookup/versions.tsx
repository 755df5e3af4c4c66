import type { Answer, VersionRef } from '#domain/zoning/answer';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { LawWords } from '../../ui/law-words.tsx';

/** Versions of one decree and day stand together. */
function byDecree(versions: readonly VersionRef[]): [VersionRef, ...VersionRef[]][] {
  const groups = new Map<string, [VersionRef, ...VersionRef[]]>();
  for (const version of versions) {
    const key = `${version.decree} ${version.validFrom}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [version]);
    else group.push(version);
  }
  return [...groups.values()];
}

/** The date that was asked for, and every version of data behind the answer: one line per decree. */
export function Versions({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  return (
    <>
      <p>
        <strong>{t['versions.asOf'](formatDay(answer.asOf, language))}</strong>
      </p>
      {answer.versions.length === 0 ? (
        <p className="unknown-block">{t['versions.none']}</p>
      ) : (
        <>
          {answer.versions.some((version) => version.isDemo) && (
            <p className="quiet versions-demo">{t['versions.demoMark']}</p>
          )}
          <ul className="plain-list">
            {byDecree(answer.versions).map((group) => (
              <li key={`${group[0].decree} ${group[0].validFrom}`}>
                <LawWords
                  sentence={t['versions.row'](group[0].decree, formatDay(group[0].validFrom, language))}
                  words={group[0].decree}
                />
                <span className="quiet">
                  {': '}
                  {group.map((version, index) => (
                    <span key={version.layerId}>
                      {index > 0 && ', '}
                      <span lang="id">{version.title}</span>
                      {version.planScale !== null &&
                        ` (${t['versions.scale'](formatNumber(version.planScale, language, 0))})`}{' '}
                      <span className="tabular">{version.versionId.slice(0, 8)}</span>
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
