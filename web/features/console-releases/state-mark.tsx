import type { ReleaseState } from '#domain/release/release-state';
import { useTexts } from '../../locale/feature-texts.ts';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { texts } from './texts.ts';

const LOOK: Readonly<Record<ReleaseState, readonly [MarkTone, StaffIconName]>> = {
  draf: ['plain', 'draft'],
  diperiksa: ['warn', 'search'],
  diajukan: ['asked', 'send'],
  disetujui: ['good', 'check'],
  terbit: ['good', 'check'],
  ditolak: ['bad', 'forbidden'],
  ditarik: ['plain', 'undo'],
};

/** Where a release stands, in a word and a sign. */
export function StateMark({ state }: { state: ReleaseState }) {
  const t = useTexts(texts);
  const [tone, icon] = LOOK[state];
  return (
    <Mark tone={tone} icon={icon}>
      {t[`state.${state}`]}
    </Mark>
  );
}

const WAY: readonly ReleaseState[] = ['draf', 'diperiksa', 'diajukan', 'disetujui', 'terbit'];

/** The whole way of a release, and where it is on it; an end without publication stands in the place where it ended. */
export function StateSteps({ state, wasSubmitted }: { state: ReleaseState; wasSubmitted: boolean }) {
  const t = useTexts(texts);
  const isOff = state === 'ditolak' || state === 'ditarik';
  const way = isOff ? [...WAY.slice(0, wasSubmitted ? 3 : 2), state] : WAY;
  const at = way.indexOf(state);
  return (
    <ol className="state-steps" aria-label={t.steps}>
      {way.map((one, index) => (
        <li
          key={one}
          className={index < at ? 'state-step state-step-done' : 'state-step'}
          aria-current={index === at ? 'step' : undefined}
        >
          {t[`state.${one}`]}
        </li>
      ))}
    </ol>
  );
}
