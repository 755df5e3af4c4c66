import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { touchedCasesSchema } from '#domain/violation-case/touched-cases';
import { formatNumber } from '../../lib/format.ts';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ConsoleLink, Failure, useStaffQuery } from '../console-frame/index.ts';
import { comparisonTexts } from './comparison-texts.ts';

/** Open reports of violations on ground that a release would touch; nothing to whoever does not follow them. */
export function TouchedCases({ releaseId, on }: { releaseId: string; on: string }) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const found = useStaffQuery(`${releasePath(releaseId)}/comparison/cases?on=${on}`, touchedCasesSchema);
  if (found.error !== null) return <Failure error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined || found.data.count === null) return null;
  const { count, cases } = found.data;
  if (count === 0) return <p className="quiet">{t.touchedCasesNone}</p>;
  return (
    <section aria-labelledby="laporan-terkena">
      <h3 id="laporan-terkena">{t.touchedCases(formatNumber(count, language))}</h3>
      <p className="quiet">{t.touchedCasesHelp}</p>
      <ul>
        {cases.map(({ caseId, ticket, state, kelurahan, byGround, byRules }) => (
          <li key={caseId}>
            <ConsoleLink className="tabular" href={`/konsol/laporan/${caseId}`}>
              {ticket}
            </ConsoleLink>{' '}
            {[...(kelurahan === null ? [] : [kelurahan]), CASE_STATE_WORDS[state].name[language]].join(', ')}{' '}
            – {[...(byGround ? [t.byGround] : []), ...(byRules ? [t.byRules] : [])].join(', ')}
          </li>
        ))}
        {count > cases.length && <li>{t.touchedCasesMore(formatNumber(count - cases.length, language))}</li>}
      </ul>
    </section>
  );
}
