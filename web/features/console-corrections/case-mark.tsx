import type { CaseState } from '#domain/correction/correction';
import { useTexts } from '../../locale/feature-texts.ts';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { texts } from './texts.ts';

const LOOKS: Readonly<Record<CaseState, readonly [MarkTone, StaffIconName]>> = {
  baru: ['asked', 'correction'],
  diterima: ['warn', 'work'],
  ditolak: ['plain', 'check'],
  diperbaiki: ['good', 'check'],
};

/** How far a case is. */
export function CaseMark({ state }: { state: CaseState }) {
  const t = useTexts(texts);
  const [tone, icon] = LOOKS[state];
  return (
    <Mark tone={tone} icon={icon}>
      {t[`state.${state}`]}
    </Mark>
  );
}
