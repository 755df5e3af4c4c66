import { useEffect, useState } from 'react';
import { type Release, releaseSchema } from '#domain/release/release';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import {
  ConsoleLink,
  Failure,
  Loading,
  Moment,
  Screen,
  TabLinks,
  useConsoleAddress,
  useStaffQuery,
  Who,
} from '../console-frame/index.ts';
import { comparedAs } from './compared-as.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { isAtWork, JobProgress } from './job-progress.tsx';
import { ReleaseContents } from './release-contents.tsx';
import { ReleaseHistory } from './release-history.tsx';
import { ReleaseMoves } from './release-moves.tsx';
import { StateMark, StateSteps } from './state-mark.tsx';
import { texts } from './texts.ts';
import './releases.css';

const AT_WORK_MS = 700;
const OTHERWISE_MS = 20_000;

/** One release: where it stands, what is in it, what the check found, what it changes, and the next step. */
export function ReleaseScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const releaseId = params.releaseId ?? '';
  const release = useStaffQuery(releasePath(releaseId), releaseSchema, (one) =>
    isAtWork(one.job) || one.state === 'disetujui' ? AT_WORK_MS : OTHERWISE_MS,
  );
  const back = { href: '/konsol', name: t.work };
  if (release.data === undefined)
    return (
      <Screen title={t.work} back={back}>
        {release.error === null ? <Loading /> : <Failure error={release.error} onRetry={release.refetch} />}
      </Screen>
    );
  return (
    <Screen
      key={releaseId}
      title={release.data.title}
      back={back}
      wide
      lead={<ReleaseFacts release={release.data} />}
      actions={
        release.data.steps.includes('amend') && (
          <ConsoleLink className="button" href={`/konsol/unggah?rilis=${releaseId}`}>
            {t.amend}
          </ConsoleLink>
        )
      }
    >
      <ReleaseBody release={release.data} onChanged={release.refetch} />
    </Screen>
  );
}

function ReleaseFacts({ release }: { release: Release }) {
  const t = useTexts(texts);
  return (
    <p className="row-facts">
      <StateMark state={release.state} />
      {release.kind !== 'change' && <span>{t[release.kind]}</span>}
      <span>
        {t.made} <Who person={release.createdBy} />, <Moment at={release.createdAt} />
      </span>
    </p>
  );
}

function ReleaseBody({ release, onChanged }: { release: Release; onChanged: () => void }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { query } = useConsoleAddress();
  const announce = useAnnounce();
  const home = `/konsol/rilis/${release.releaseId}`;
  const number = (value: number): string => formatNumber(value, language);
  const { findings, job, state } = release;
  const hasDraft = release.items.some((item) => item.versionId !== null);
  const isPublished = state === 'terbit';
  const compared = comparedAs(release);
  // What blocks first; then what a decision is about; then who has made it.
  const first =
    findings === null || isPublished
      ? 'keputusan'
      : findings.blocks > 0 || !hasDraft
        ? 'temuan'
        : 'perbandingan';
  const part = query.get('bagian') ?? first;
  const [now, setNow] = useState(Date.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server has its own moment
  useEffect(() => setNow(Date.now()), [release]);
  useEffect(() => announce(t[`state.${state}`]), [announce, t, state]);
  return (
    <>
      <StateSteps state={state} wasSubmitted={release.submittedAt !== null} />
      {job !== null && <JobProgress job={job} now={now} />}
      {isPublished && (
        <div className="published">
          <p>
            {t.publishedFrom(formatDay(release.approval?.validFrom ?? '', language))}{' '}
            <a href={`/?on=${release.approval?.validFrom}`}>{t.toCitizen}</a>
          </p>
          {release.warnings.length > 0 && (
            <ul className="consequences">
              {release.warnings.map((one) => (
                <li key={`${one.code} ${one.layerId}`}>{one.text[language]}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <DecisionPanel release={release} onChanged={onChanged} />
      <ReleaseContents items={release.items} />
      <TabLinks
        label={t.parts}
        current={part}
        tabs={[
          ...(findings === null
            ? []
            : [
                {
                  id: 'temuan',
                  href: `${home}?bagian=temuan`,
                  name: t.findings,
                  count: number(findings.blocks + findings.warns),
                },
              ]),
          ...(hasDraft
            ? [{ id: 'perbandingan', href: `${home}?bagian=perbandingan`, name: t.comparison }]
            : []),
          { id: 'keputusan', href: `${home}?bagian=keputusan`, name: t.decision },
        ]}
      />
      {part === 'temuan' && findings !== null && (
        <FindingsPanel key={release.revision} releaseId={release.releaseId} />
      )}
      {part === 'perbandingan' && hasDraft && (
        <ComparisonPanel key={compared.key} release={release} on={compared.on} />
      )}
      {part === 'keputusan' && (
        <>
          <ReleaseHistory release={release} />
          <ReleaseMoves key={release.revision} releaseId={release.releaseId} />
        </>
      )}
    </>
  );
}
