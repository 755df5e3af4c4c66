import { reachOf } from '#domain/accounts/rights';
import { type StaffCase, staffCaseSchema } from '#domain/violation-case/case-answers';
import { SERVICE_CLASS_WORDS } from '#domain/violation-case/policy';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { SurveyFindings } from '../console-field/index.ts';
import {
  ConsoleLink,
  Failure,
  Loading,
  Moment,
  Screen,
  useConsole,
  useStaffQuery,
} from '../console-frame/index.ts';
import { AssessmentForm } from './assessment-form.tsx';
import { AssessmentList } from './assessment-list.tsx';
import { CASES_PLACE, caseAddress, casePath } from './case-api.ts';
import { StateMark, TimingMarks } from './case-marks.tsx';
import { caseTexts } from './case-texts.ts';
import { CaseTimeline } from './case-timeline.tsx';
import { categoryWords, trackWords } from './category-words.ts';
import { ClockPanel } from './clock-panel.tsx';
import { DisputePanel } from './dispute-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { OfficePanel } from './office-panel.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { ReportsPanel } from './reports-panel.tsx';
import { SanctionsPanel } from './sanctions-panel.tsx';
import { StepPanel } from './step-panel.tsx';
import { texts } from './texts.ts';
import { WithheldPanel } from './withheld-panel.tsx';
import './cases.css';

/** One case: what can be done now, what was reported, what holds there, what was found and given, and what has happened. */
export function CaseScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useStaffQuery(casePath(params['caseId'] ?? ''), staffCaseSchema);
  return (
    <Screen
      title={data?.ticket ?? t.title}
      back={{ href: CASES_PLACE, name: t.title }}
      lead={data && <Lead seen={data} />}
    >
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Parts key={data.caseId} seen={data} onChanged={refetch} />}
    </Screen>
  );
}

function Parts({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const { member } = useConsole();
  const mayHandle = member !== null && reachOf(member, 'report.handle').length > 0;
  return (
    <div className="case-parts">
      <div className="case-first">
        <WithheldPanel seen={seen} onChanged={onChanged} />
        <StepPanel seen={seen} onChanged={onChanged} />
        <DisputePanel seen={seen} />
      </div>
      <div className="case-clocks">
        <ClockPanel seen={seen} />
      </div>
      <div className="case-main">
        <ReportsPanel seen={seen} onChanged={onChanged} />
        <FactsPanel seen={seen} />
        <SurveyFindings kind="report" subjectId={seen.caseId} />
        {seen.steps.includes('recommend') && <AssessmentForm seen={seen} onChanged={onChanged} />}
        <AssessmentList seen={seen} />
        <SanctionsPanel seen={seen} onChanged={onChanged} />
        <PapersPanel seen={seen} />
        {mayHandle && <OfficePanel seen={seen} onChanged={onChanged} />}
      </div>
      <div className="case-way">
        <CaseTimeline seen={seen} />
      </div>
    </div>
  );
}

/** What it is about, how it stands, and who has it. */
function Lead({ seen }: { seen: StaffCase }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const words = useTexts(texts);
  const { unit, officer, joinedInto, joined, forwardTo } = seen;
  return (
    <div className="case-lead">
      <p>
        {categoryWords(seen.category, language)} ({trackWords(seen.track, language)})
      </p>
      <p className="row-facts">
        <TimingMarks row={seen} />
        <StateMark row={seen} />
      </p>
      <p className="row-facts">
        <span>{seen.kelurahan ?? seen.kelurahanCode ?? words.noKelurahan}</span>
        <span>
          {unit === null ? words.nobody : unit.isGone ? t.gone(unit.name) : unit.name}
          {officer !== null && `, ${officer.isGone ? t.gone(officer.name) : officer.name}`}
        </span>
        {seen.serviceClass !== null && <span>{SERVICE_CLASS_WORDS[seen.serviceClass][language]}</span>}
        <span>
          {t.opened} <Moment at={seen.openedAt} />
        </span>
      </p>
      {forwardTo !== null && <p>{t.forwardedTo(forwardTo)}</p>}
      {joinedInto !== null && (
        <p>
          {t.joinedInto} <ConsoleLink href={caseAddress(joinedInto.caseId)}>{joinedInto.ticket}</ConsoleLink>
        </p>
      )}
      {joined.length > 0 && (
        <p className="row-facts">
          <span>{t.joined}</span>
          {joined.map(({ caseId, ticket }) => (
            <ConsoleLink key={caseId} href={caseAddress(caseId)}>
              {ticket}
            </ConsoleLink>
          ))}
        </p>
      )}
    </div>
  );
}
