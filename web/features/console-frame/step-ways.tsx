import type { ReactNode } from 'react';
import { hasCode } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Failure } from './states.tsx';
import { frameTexts } from './texts.ts';

/** One step that somebody can take now. */
export interface Way<Step extends string> {
  readonly step: Step;
  /** What its button says. */
  readonly name: string;
  /** What it brings about. */
  readonly means: string | undefined;
  /** Names of what the office has not set, and the step needs; null: nothing. */
  readonly missing: readonly string[] | null;
  /** False: it takes nothing on, and is never what stands out. */
  readonly isForward?: boolean;
}

/** Whether somebody else was quicker: what is shown is the present state, and nothing has been done. */
export const isOvertaken = (error: Error | null): boolean =>
  hasCode(error, 'changedMeanwhile', 'stepNotPossible');

/** What can be done with one thing now, as its table of states has it; the first that is possible goes forward. */
export function StepWays<Step extends string>({
  ways,
  isBusy,
  error,
  onTake,
  nothing,
  children,
}: {
  ways: readonly Way<Step>[];
  isBusy: boolean;
  /** Of a step that was taken without asking anything. */
  error: Error | null;
  onTake: (step: Step) => void;
  /** Said where there is no step. */
  nothing: string | null;
  children?: ReactNode;
}) {
  const t = useTexts(frameTexts);
  const first = ways.find(({ missing, isForward = true }) => missing === null && isForward);
  return (
    <section className="step-ways" aria-labelledby="langkah">
      <h2 id="langkah">{t.what}</h2>
      {isOvertaken(error) && (
        <Notice title={t.overtaken}>
          <p>{t.overtakenHelp}</p>
        </Notice>
      )}
      {error !== null && !isOvertaken(error) && <Failure error={error} />}
      {children}
      {ways.length === 0 && nothing !== null && <p className="quiet">{nothing}</p>}
      <ul>
        {ways.map((way) => (
          <li key={way.step}>
            <button
              type="button"
              className={way === first ? 'button-primary' : 'button'}
              aria-disabled={isBusy || way.missing !== null}
              onClick={() => way.missing === null && onTake(way.step)}
            >
              {way.name}
            </button>
            <p className="quiet">{way.missing === null ? way.means : t.unset(way.missing.join(', '))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
