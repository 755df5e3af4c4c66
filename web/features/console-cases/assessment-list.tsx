import { RULE_BROKEN_WORDS } from '#domain/violation-case/assessment';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS } from '#domain/violation-case/outcomes';
import { SANCTION_WORDS } from '#domain/violation-case/sanctions';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment } from '../console-frame/index.ts';
import { assessmentTexts } from './assessment-texts.ts';

type Assessment = StaffCase['assessments'][number];

/** Every assessment that was sent, the newest first, as it was frozen. */
export function AssessmentList({ seen }: { seen: StaffCase }) {
  const t = useTexts(assessmentTexts);
  if (seen.assessments.length === 0) return null;
  return (
    <section className="block" aria-label={t.past}>
      <h2>{t.past}</h2>
      {[...seen.assessments].reverse().map((assessment) => (
        <OneAssessment key={assessment.at} assessment={assessment} />
      ))}
    </section>
  );
}

function OneAssessment({ assessment: { entry, facts, by, at } }: { assessment: Assessment }) {
  const { language } = useReader();
  const t = useTexts(assessmentTexts);
  const { outcome, summary, findings, sanctions, forwardTo } = entry;
  return (
    <article className="case-report">
      <h3>{OUTCOME_WORDS[outcome].name[language]}</h3>
      <p className="row-facts">
        {by !== null && (
          <span>
            {t.by} {by}
          </span>
        )}
        <Moment at={at} />
        <span>{t.factsOf(formatDay(facts.askedOn, language))}</span>
      </p>
      <p className="case-words">{summary}</p>
      {forwardTo !== null && (
        <p>
          {t.forwardTo}: {forwardTo}
        </p>
      )}
      {findings.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its frame is scrolled by keyboard
        <section className="data-table-frame" aria-label={t.findings} tabIndex={0}>
          <table className="data-table case-findings">
            <thead>
              <tr>
                <th scope="col">{t.rule}</th>
                <th scope="col">{t.stated}</th>
                <th scope="col">{t.found}</th>
                <th scope="col">{t.article}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map(({ rule, stated, found, article, isBroken }) => (
                <tr key={`${rule} ${stated} ${found} ${article}`}>
                  <th scope="row">
                    {RULE_BROKEN_WORDS[rule][language]}: {isBroken ? t.broken : t.kept}
                  </th>
                  <td>{stated}</td>
                  <td>{found}</td>
                  <td>{article}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {sanctions.length > 0 && (
        <p>
          {t.sanctions}: {sanctions.map((kind) => SANCTION_WORDS[kind][language]).join(', ')}
        </p>
      )}
    </article>
  );
}
