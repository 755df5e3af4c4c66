import type { Answer } from '#domain/zoning/answer';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';

/** The date that was asked for, and every version of data behind the answer. */
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
        <ul className="plain-list">
          {answer.versions.map((version) => (
            <li key={`${version.layerId} ${version.versionId}`}>
              <span lang="id">{version.title}</span>
              <span className="quiet">
                {' – '}
                {t['versions.row'](version.decree, formatDay(version.validFrom, language))}
                {version.planScale !== null &&
                  `, ${t['versions.scale'](formatNumber(version.planScale, language, 0))}`}
                {', '}
                {t['versions.version']} <span className="tabular">{version.versionId.slice(0, 8)}</span>
                {version.isDemo && `, ${t['versions.demo']}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
