import { settingsAnswerSchema } from '#domain/krk/application-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Failure, Loading, Moment, Screen, useStaffQuery } from '../console-frame/index.ts';
import { SETTINGS } from './service-api.ts';
import { ServiceTabs } from './service-tabs.tsx';
import { SettingsForm } from './settings-form.tsx';
import { texts } from './texts.ts';
import './service.css';

/** What the office decides about its service: what it asks for, how long it takes, what its document says. */
export function SettingsScreen() {
  const t = useTexts(texts);
  const { data, error, refetch } = useStaffQuery(SETTINGS, settingsAnswerSchema);
  const values = data === undefined ? [] : Object.values(data.settings);
  return (
    <Screen title={t.title} lead={t.lead}>
      <ServiceTabs current="settings" />
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {data.isDemo && <Notice title={t.demo} />}
          <p className="row-facts">
            <span>{t.setCount(values.filter((value) => value !== null).length, values.length)}</span>
            {data.setAt === null ? (
              <span>{t.never}</span>
            ) : (
              <span>
                {t.changedBy}: {data.setBy ?? '–'}, <Moment at={data.setAt} />
              </span>
            )}
          </p>
          <SettingsForm seen={data} onChanged={refetch} />
        </>
      )}
    </Screen>
  );
}
