import type { Round } from '#domain/field-round/round';
import { CATEGORIES, type CategoryCode } from '#domain/report/category';
import { RULE_BROKEN_WORDS } from '#domain/violation-case/assessment';
import { formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { texts } from './texts.ts';

/** What to look for on site, and where: it lies on the device with the rest of the round. Who reported it is nowhere here. */
export function RoundBriefing({ round }: { round: Round }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { brief, place } = round;
  if (brief === null) return null;
  const rules = [
    ...brief.findings.map(({ rule, stated }) => `${RULE_BROKEN_WORDS[rule][language]}: ${stated}`),
    ...brief.rules,
  ];
  const kinds = brief.categories.map((code) => CATEGORIES[code as CategoryCode]?.title[language] ?? code);
  const facts = [
    [t.briefKind, kinds],
    [t.briefRule, rules.length === 0 ? [t.briefNoRule] : rules],
    [t.briefPlace, [place === null ? t.briefNoPlace : formatPosition([place[0], place[1]], language)]],
    [t.briefLandmark, brief.landmarks],
    [t.briefSeen, brief.descriptions],
  ] as const;
  return (
    <section className="block" aria-label={t.brief}>
      <h2>{t.brief}</h2>
      <dl className="facts-list">
        {facts.map(([name, values]) =>
          values.length === 0 ? null : (
            <div key={name}>
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
