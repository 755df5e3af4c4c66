import type { JoinTarget } from '#domain/violation-case/join-target';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { formatMetres, formatNumber, formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment } from '../console-frame/index.ts';
import { categoryWords } from './category-words.ts';
import { stepTexts } from './step-texts.ts';

/** What goes on after a join: where it is and how far away, what it is about, and who saw what. */
export function JoinPreview({ target, asked }: { target: JoinTarget; asked: string }) {
  const { language } = useReader();
  const t = useTexts(stepTexts);
  const { place, distanceM, kelurahan, reports } = target;
  const where = [
    kelurahan,
    place === null ? t.targetDistanceUnknown : formatPosition([place[0], place[1]], language),
  ];
  const facts = [
    [t.targetCategory, categoryWords(target.category, language)],
    [t.targetState, CASE_STATE_WORDS[target.state].name[language]],
    [
      t.targetDistance,
      distanceM === null ? t.targetDistanceUnknown : formatMetres(Math.round(distanceM), language),
    ],
    [t.targetPlace, where.filter((one) => one !== null).join(', ')],
  ] as const;
  return (
    <section className="join-preview" aria-label={t.targetShown}>
      <h3 className="tabular">{target.ticket}</h3>
      {target.ticket !== asked && <p>{t.targetGoesOn(target.ticket)}</p>}
      <dl className="facts-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t.targetReports(formatNumber(reports.length, language, 0))}</p>
      <ul className="rows">
        {reports.map((report) => (
          <li key={report.reportId}>
            <p className="row-facts">
              <span className="tabular">{report.ticket}</span>
              <span>{categoryWords(report.category, language)}</span>
              <Moment at={report.receivedAt} />
              <span>{t.targetPhotos(formatNumber(report.photoCount, language, 0))}</span>
            </p>
            <p className="case-words">{report.description}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
