import { useState } from 'react';
import type { ConsequenceCode, ConsequenceList } from '#domain/release/consequence';
import type { Release } from '#domain/release/release';
import { formatDay } from '../../lib/format.ts';
import type { Query } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, Loading } from '../console-frame/index.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { decisionTexts } from './decision-texts.ts';

/** What the chosen day means: why it cannot be, what must be taken knowingly, and what differs from that day on. */
export function ApprovalDay({
  release,
  weighed,
  taken,
  hasTried,
  onTake,
}: {
  release: Release;
  weighed: Query<ConsequenceList>;
  taken: ReadonlySet<ConsequenceCode>;
  hasTried: boolean;
  onTake: (code: ConsequenceCode, isTaken: boolean) => void;
}) {
  const t = useTexts(decisionTexts);
  const { language } = useReader();
  const [isCompared, setIsCompared] = useState(false);
  if (weighed.data === undefined)
    return weighed.error === null ? <Loading /> : <Failure error={weighed.error} onRetry={weighed.refetch} />;
  const { on, refusal, consequences, toAcknowledge } = weighed.data;
  if (refusal !== null)
    return (
      <Notice title={t.notThatDay}>
        <p>{refusal.text[language]}</p>
      </Notice>
    );
  return (
    <div className="approval-day" aria-live="polite">
      {consequences.length === 0 && <p className="quiet">{t.fromToday}</p>}
      {consequences.length > 0 && (
        <Notice title={t.consequences}>
          <ul className="consequences">
            {consequences.map((one) => (
              <li key={`${one.code} ${one.layerId}`}>{one.text[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {toAcknowledge.map((code) => (
        <label key={code} className="choice">
          <input
            type="checkbox"
            checked={taken.has(code)}
            onChange={(event) => onTake(code, event.target.checked)}
          />
          <span>{t[`take.${code as 'fromInPast' | 'laterPublication' | 'beforeDecree'}`]}</span>
        </label>
      ))}
      {hasTried && toAcknowledge.some((code) => !taken.has(code)) && (
        <p className="form-error">{t.takeFirst}</p>
      )}
      <details onToggle={(event) => setIsCompared(event.currentTarget.open)}>
        <summary>{t.comparisonOn(formatDay(on, language))}</summary>
        {isCompared && <ComparisonPanel key={on} release={release} on={on} isBrief />}
      </details>
    </div>
  );
}
