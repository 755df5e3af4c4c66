import type { FindingList } from '#domain/release/finding';
import { formatArea } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import { findingsTexts } from './findings-texts.ts';

const SHOWN_ROWS = 5;

/** One finding: how bad, what, in which rows, how large, and where. */
export function FindingLine({
  finding,
  isChosen,
  onChoose,
}: {
  finding: FindingList['findings'][number];
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTexts(findingsTexts);
  const { language } = useReader();
  const { severity, featureNos, areaM2, at } = finding;
  const rows = featureNos.slice(0, SHOWN_ROWS).join(', ');
  const moreRows = featureNos.length - SHOWN_ROWS;
  return (
    <li id={`temuan-${finding.findingNo}`} className={isChosen ? 'finding finding-chosen' : 'finding'}>
      <SeverityMark severity={severity} />
      <p>{finding.text[language]}</p>
      <p className="row-facts">
        {featureNos.length > 0 && (
          <span className="tabular">
            {t.rowsOfSource(rows)} {moreRows > 0 && t.andMore(String(moreRows))}
          </span>
        )}
        {areaM2 !== null && <span className="tabular">{formatArea(areaM2, language)}</span>}
        {at === null ? (
          <span>{t.noPlace}</span>
        ) : (
          <button type="button" className="link-button" aria-pressed={isChosen} onClick={onChoose}>
            {t.see}
          </button>
        )}
      </p>
    </li>
  );
}

/** Something that holds for a layer as a whole, and has no list of its own. */
export function SortLine({ sort }: { sort: FindingList['sorts'][number] }) {
  const { language } = useReader();
  return (
    <li className="finding">
      <SeverityMark severity={sort.severity} />
      <p>{sort.text[language]}</p>
      {sort.totalM2 !== null && <p className="row-facts tabular">{formatArea(sort.totalM2, language)}</p>}
    </li>
  );
}

function SeverityMark({ severity }: Pick<FindingList['sorts'][number], 'severity'>) {
  const t = useTexts(findingsTexts);
  return (
    <Mark tone={severity === 'blocks' ? 'bad' : 'warn'} icon={severity === 'blocks' ? 'blocks' : 'warning'}>
      {severity === 'blocks' ? t.blocks : t.warns}
    </Mark>
  );
}
