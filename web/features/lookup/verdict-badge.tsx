import type { Itbx, Verdict } from '#domain/zoning/itbx';
import { LatePart } from '../../app/late-part.tsx';
import { later } from '../../lib/later.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { verdictWords } from './place-words.ts';

/** Only an answer from an offline pack has one. */
const pointVerdict = later(async () => (await import('../offline/index.ts')).PointVerdict);

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

/** A verdict as it may be told alone: where stricter rules begin beside the point, or may, it is never a plain yes. */
export function VerdictHeadline({ verdict }: { verdict: Verdict }) {
  const reader = useReader();
  const isPlain = verdict.nearby.length === 0;
  if (verdict.onlyPoint === true)
    return (
      <LatePart later={pointVerdict}>
        {(PointVerdict) => <PointVerdict words={verdictWords(verdict, reader)} isOfPoint={!isPlain} />}
      </LatePart>
    );
  if (isPlain) return <VerdictBadge itbx={verdict.governing} />;
  return (
    <span className="verdict verdict-B">
      <Icon name="warning" />
      {verdictWords(verdict, reader)}
    </span>
  );
}
