import { useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import type { Release } from '#domain/release/release';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber } from '../../lib/format.ts';
import { type Decision, decideRelease } from '../../lib/staff-releases.ts';
import { StaffFailure } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConsoleLink, Failure, useAct, useConsole } from '../console-frame/index.ts';
import { ApprovalForm } from './approval-form.tsx';
import { decisionTexts } from './decision-texts.ts';
import { ImpactSummary } from './impact-summary.tsx';
import { ReasonForm } from './reason-form.tsx';

/** The release is another than the one that was looked at; any other refusal says itself why. */
const isChangedMeanwhile = (error: Error | null): boolean =>
  error instanceof StaffFailure &&
  (error.code === 'changedMeanwhile' ||
    error.code === 'stepNotPossible' ||
    error.code === 'consequencesChanged');

/** The next step, one of them primary; each says what it will do before it is done. */
export function DecisionPanel({ release, onChanged }: { release: Release; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(decisionTexts);
  const announce = useAnnounce();
  const { member } = useConsole();
  const [opened, setOpened] = useState<'approve' | 'reject' | 'withdraw' | null>(null);
  const { isBusy, error, run } = useAct();
  const steps = release.steps;
  const isConflict = isChangedMeanwhile(error);
  const decide = (decision: Decision, said: unknown): void =>
    void run(async () => {
      await decideRelease(release, decision, said, language);
      setOpened(null);
      announce(t[`said.${decision}`]);
    }).then(onChanged);
  const mine = member !== null && release.hands.some((hand) => hand?.accountId === member.accountId);
  const isHeldByFourEyes =
    release.state === 'diajukan' &&
    !steps.includes('approve') &&
    mine &&
    member !== null &&
    reachOf(member, 'release.decide').length > 0;
  const isBlocked = release.findings !== null && release.findings.blocks > 0;
  const buttons = (['submit', 'approve', 'reject', 'withdraw'] as const).filter(
    (step) =>
      steps.includes(step) &&
      !(step === 'submit' && isBlocked) &&
      // Who decides on somebody else's release rejects it: taking it back is for those who made it.
      !(step === 'withdraw' && steps.includes('reject') && !mine),
  );
  const isPending = release.state === 'diperiksa' || release.state === 'diajukan';
  const hasDraft = isPending && release.items.some((item) => item.versionId !== null);
  if (buttons.length === 0 && !isHeldByFourEyes && !hasDraft) return null;
  return (
    <section className="decision" aria-label={t.what}>
      {isConflict ? (
        <Notice title={t.conflict}>
          <p>{t.conflictHelp}</p>
        </Notice>
      ) : (
        error !== null && <Failure error={error} />
      )}
      {isBlocked && isPending && (
        <Notice title={t.blocked(formatNumber(release.findings?.blocks ?? 0, language))}>
          <p>
            {t.blockedHelp}{' '}
            <ConsoleLink href={`/konsol/rilis/${release.releaseId}?bagian=temuan&tingkat=blocks`}>
              {t.toFindings}
            </ConsoleLink>
          </p>
        </Notice>
      )}
      {hasDraft && <ImpactSummary key={release.revision} release={release} />}
      {isHeldByFourEyes && <p>{t.fourEyes}</p>}
      <ul className="decision-ways">
        {buttons.map((step) => (
          <li key={step}>
            <button
              type="button"
              className={step === 'submit' || step === 'approve' ? 'button-primary' : 'button'}
              aria-disabled={isBusy}
              onClick={() => (step === 'submit' ? decide('submit', {}) : setOpened(step))}
            >
              {t[step]}
            </button>
            <p className="quiet">{t[`${step}Help`]}</p>
          </li>
        ))}
      </ul>
      {opened === 'approve' && (
        <ApprovalForm
          release={release}
          isBusy={isBusy}
          error={isConflict ? null : error}
          onApprove={(approval) => decide('approve', approval)}
          onClose={() => setOpened(null)}
        />
      )}
      {(opened === 'reject' || opened === 'withdraw') && (
        <ReasonForm
          title={t[opened]}
          help={t[`${opened}Help`]}
          isBusy={isBusy}
          error={isConflict ? null : error}
          onSay={(reason) => decide(opened, { reason })}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}
