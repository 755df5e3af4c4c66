import { useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import { type Release, releaseListSchema } from '#domain/release/release';
import { formatNumber } from '../../lib/format.ts';
import { RELEASES } from '../../lib/staff-releases.ts';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  Loading,
  Moment,
  Screen,
  useAct,
  useConsole,
  useStaffQuery,
  Who,
} from '../console-frame/index.ts';
import { StateMark } from './state-mark.tsx';
import { texts } from './texts.ts';
import './releases.css';

const LOOK_AGAIN_MS = 15_000;
const ENDED: ReadonlySet<Release['state']> = new Set(['terbit', 'ditolak', 'ditarik']);

/** What waits for somebody, what is on its way, and what has ended. */
export function WorkScreen() {
  const t = useTexts(texts);
  const { language } = useReader();
  const { member } = useConsole();
  const list = useStaffQuery(RELEASES, releaseListSchema, () => LOOK_AGAIN_MS);
  const [older, setOlder] = useState<{ releases: readonly Release[]; next: string | null } | null>(null);
  const { isBusy, error, run } = useAct();
  const mayPrepare = member !== null && reachOf(member, 'release.prepare').length > 0;
  const mayDecide = member !== null && reachOf(member, 'release.decide').length > 0;
  const releases = [...(list.data?.releases ?? []), ...(older?.releases ?? [])];
  const next = older === null ? (list.data?.next ?? null) : older.next;
  const waiting = releases.filter((one) => one.steps.includes('approve'));
  const goingOn = releases.filter((one) => !waiting.includes(one) && !ENDED.has(one.state));
  const ended = releases.filter((one) => ENDED.has(one.state));
  const showOlder = (): void =>
    void run(async () => {
      const page = await askStaff(
        `${RELEASES}?before=${encodeURIComponent(next ?? '')}`,
        releaseListSchema,
        language,
      );
      setOlder({ releases: [...(older?.releases ?? []), ...page.releases], next: page.next });
    });
  return (
    <Screen
      title={t.work}
      lead={t.workLead}
      actions={
        mayPrepare && (
          <ConsoleLink className="button-primary" href="/konsol/unggah">
            <StaffIcon name="upload" />
            {t.upload}
          </ConsoleLink>
        )
      }
    >
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined && list.error === null && <Loading />}
      {list.data !== undefined && releases.length === 0 && (
        <EmptyState icon="work" title={t.none}>
          <p>{t.noneHelp}</p>
          {mayPrepare && (
            <ConsoleLink className="button" href="/konsol/unggah">
              {t.upload}
            </ConsoleLink>
          )}
        </EmptyState>
      )}
      {mayDecide && releases.length > 0 && (
        <Releases title={t.waitingForYou} releases={waiting}>
          <EmptyState icon="check" title={t.nothingWaits}>
            <p>{t.nothingWaitsHelp}</p>
          </EmptyState>
        </Releases>
      )}
      <Releases title={t.goingOn} releases={goingOn} />
      <Releases title={t.ended} releases={ended} />
      {error !== null && <Failure error={error} />}
      {next !== null && (
        <p>
          <button type="button" className="button" aria-disabled={isBusy} onClick={showOlder}>
            {t.more}
          </button>
        </p>
      )}
    </Screen>
  );
}

function Releases({
  title,
  releases,
  children,
}: {
  title: string;
  releases: readonly Release[];
  children?: React.ReactNode;
}) {
  if (releases.length === 0 && children === undefined) return null;
  return (
    <section className="block" aria-label={title}>
      <h2>{title}</h2>
      {releases.length === 0 ? (
        children
      ) : (
        <ul className="rows">
          {releases.map((release) => (
            <ReleaseLine key={release.releaseId} release={release} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReleaseLine({ release }: { release: Release }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { findings, job } = release;
  const number = (value: number): string => formatNumber(value, language);
  const isRunning = job?.state === 'queued' || job?.state === 'running';
  return (
    <li>
      <ConsoleLink className="row-link" href={`/konsol/rilis/${release.releaseId}`}>
        <span>
          <span className="row-title">{release.title}</span>
          <span className="row-facts">
            <span>{release.items.map((item) => item.layerTitle).join(', ')}</span>
            <span>
              <Who person={release.createdBy} />, <Moment at={release.createdAt} />
            </span>
          </span>
        </span>
        <span className="row-facts">
          {isRunning && <span className="tabular">{Math.floor(job.share * 100)} %</span>}
          {findings !== null && !isRunning && (
            <span>
              {findings.blocks > 0
                ? t.blocks(number(findings.blocks))
                : findings.warns > 0
                  ? t.warns(number(findings.warns))
                  : t.noFindings}
            </span>
          )}
          <StateMark state={release.state} />
        </span>
      </ConsoleLink>
    </li>
  );
}
