import type { Building, BuildingPart, Outcome } from '#domain/building/building';
import { useReader } from '../../locale/reader.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { overlayWords } from '../lookup/index.ts';
import { marginWords, wordsOf } from './building-words.ts';
import { Source } from './sources.tsx';

const ICONS: Record<Outcome, IconName> = { pass: 'check', fail: 'forbidden', cannotSay: 'question' };
const ORDER: readonly Outcome[] = ['fail', 'cannotSay', 'pass'];

/** Every rule with pass, fail or cannot say, its margin and its source; what is broken stands first. */
export function CheckList({ building }: { building: Building }) {
  const { t: words, language } = useReader();
  const t = wordsOf(language);
  const { check, parts } = building;
  const nameOf = (part: BuildingPart | undefined) =>
    part === undefined ? '' : part.zone.code + overlayWords(part, words);
  if (check === null) return null;
  const rules = [...check.rules].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const isSplit = parts.filter((part) => !part.isSliver).length > 1;
  return (
    <div className="building-check">
      <p className={`building-verdict building-${check.outcome}`}>
        <Icon name={ICONS[check.outcome]} /> {verdictWords(building, t)}
      </p>
      <ul className="rule-list">
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules of several roads and parts share their names
          <li key={`${rule.rule} ${index}`} className={`building-${rule.outcome}`}>
            <h3>
              {t[`rule.${rule.rule}`]}
              {rule.roadName !== null && <span className="quiet"> · {rule.roadName}</span>}
              {isSplit && rule.part !== null && <span className="quiet"> · {nameOf(parts[rule.part])}</span>}
            </h3>
            <p className="rule-outcome">
              <Icon name={ICONS[rule.outcome]} /> {t[`outcome.${rule.outcome}`]}
            </p>
            <div className="rule-words">
              {rule.limit !== null && (
                <p className="tabular">
                  {marginWords(rule, language)}
                  {(rule.basis === 'drawn' || rule.basis === 'derived') && (
                    <span className="quiet"> ({t[`basis.${rule.basis}`]})</span>
                  )}
                </p>
              )}
              {rule.reason !== null && <p>{t[`reason.${rule.reason}`]}</p>}
              <Source sourceId={rule.sourceId} />
            </div>
          </li>
        ))}
      </ul>
      <p className="quiet">{t.verdictNote}</p>
    </div>
  );
}

/** The outcome in one sentence, as it is shown and announced. */
export function verdictWords({ check }: Building, t: ReturnType<typeof wordsOf>): string {
  if (check === null) return '';
  const count = check.rules.filter((rule) => rule.outcome === check.outcome).length;
  return check.outcome === 'pass' ? t['verdict.pass'] : t[`verdict.${check.outcome}`](count);
}
