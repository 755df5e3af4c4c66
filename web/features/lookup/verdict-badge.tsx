import type { Itbx } from '#domain/zoning/itbx';
import { useReader } from '../../locale/reader.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

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
