import { formatNumber } from '../../lib/format.ts';
import { columnWord, tableWord } from '../../lib/rule-table-words.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { RuleFinding } from './rules-api.ts';
import { texts } from './texts.ts';

const LISTED = 20;

/** What is wrong with all tables, errors first; each leads to its cell. */
export function FindingList({
  findings,
  isChecking,
  onGo,
}: {
  findings: readonly RuleFinding[];
  isChecking: boolean;
  onGo: (finding: RuleFinding) => void;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const number = (value: number): string => formatNumber(value, language);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <details className="rules-findings" open={errors.length > 0}>
      <summary>
        {errors.length > 0 ? (
          <Mark tone="bad" icon="blocks">
            {t.errors(number(errors.length))}
          </Mark>
        ) : (
          <Mark tone="good" icon="check">
            {t.clean}
          </Mark>
        )}
        {warnings.length > 0 && (
          <Mark tone="warn" icon="warning">
            {t.warnings(number(warnings.length))}
          </Mark>
        )}
        <span role="status" className="quiet">
          {isChecking ? t.checking : ''}
        </span>
      </summary>
      <ul className="rules-finding-rows">
        {[...errors, ...warnings].slice(0, LISTED).map((finding) => (
          <li key={`${finding.table}-${finding.row}-${finding.column}-${finding.code}-${finding.text}`}>
            <p>{finding.text}</p>
            <p className="row-facts">
              <span>{tableWord(finding.table, language)}</span>
              <span>
                {finding.row === null
                  ? t.whole
                  : t.atRow(number(finding.row + 1), columnWord(finding.column ?? '–', language))}
              </span>
              {finding.row !== null && (
                <button type="button" className="link-button" onClick={() => onGo(finding)}>
                  {t.go}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
