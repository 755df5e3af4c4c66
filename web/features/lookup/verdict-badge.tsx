import type { Itbx, Verdict } from '#domain/zoning/itbx';
import { useReader } from '../../locale/reader.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { verdictWords } from './place-words.ts';

const ICONS: Record<Itbx, IconName> = {
  I: 'check',
  T: 'limit',
  B: 'conditions',
  X: 'forbidden',
  unknown: 'question',
};

/** Allowed, limited, conditional, forbidden or unknown: word, icon and colour together. */
export function VerdictBadge({ itbx }: { itbx: Itbx }) {
  const { t } = useReader();
  return (
    <span className={`verdict verdict-${itbx}`}>
      <Icon name={ICONS[itbx]} />
      {t[`itbx.${itbx}`]}
    </span>
  );
}

/** A verdict as it may be told alone: where stricter rules begin beside the point, it is never a plain yes. */
export function VerdictHeadline({ verdict }: { verdict: Verdict }) {
  const reader = useReader();
  if (verdict.nearby.length === 0) return <VerdictBadge itbx={verdict.governing} />;
  return (
    <span className="verdict verdict-B">
      <Icon name="warning" />
      {verdictWords(verdict, reader)}
    </span>
  );
}
