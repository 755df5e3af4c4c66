import { caseSettingsAnswerSchema } from '#domain/violation-case/case-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Failure, Loading, Moment, Screen, useStaffQuery } from '../console-frame/index.ts';
import { CaseSettingsForm } from './case-settings-form.tsx';
import { caseTexts } from './case-texts.ts';
import { CASE_SETTINGS } from './service-api.ts';
import { ServiceTabs } from './service-tabs.tsx';
import { texts } from './texts.ts';
import { WorkUnitList } from './work-unit-list.tsx';
import './service.css';

/** What the office decides about reports of violations: how long each step may take, its letters, and who works on cases. */
export function CaseSettingsScreen() {
  const t = useTexts(caseTexts);
  const words = useTexts(texts);
  const { data, error, refetch } = useStaffQuery(CASE_SETTINGS, caseSettingsAnswerSchema);
  return (
    <Screen title={t.title} lead={t.lead}>
      <ServiceTabs current="cases" />
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {data.isDemo && <Notice title={t.demo} />}
          <p className="row-facts">
            {data.setAt === null ? (
              <span>{t.defaults}</span>
            ) : (
              <span>
                {words.changedBy}: {data.setBy ?? '–'}, <Moment at={data.setAt} />
              </span>
            )}
          </p>
          <CaseSettingsForm seen={data} onChanged={refetch} />
        </>
      )}
      <WorkUnitList />
    </Screen>
  );
}
