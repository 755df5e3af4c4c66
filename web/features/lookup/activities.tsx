import { useDeferredValue, useId, useState } from 'react';
import type { Part } from '#domain/zoning/answer';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Conditions, FoundActivities } from './activity-list.tsx';
import { activityRows, findActivities } from './activity-search.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** “Bolehkah …?”: a question over the activities of this part, and all of them by outcome below it. */
export function Activities({ part }: { part: Part }) {
  const { t } = useReader();
  const rows = activityRows(part);
  if (rows.length === 0) {
    return (
      <p className="unknown-block">
        <Icon name="question" />
        {t['itbx.none']}
      </p>
    );
  }
  return (
    <>
      <ActivityQuestion part={part} />
      <ul className="outcomes">
        {part.itbx
          .filter((group) => group.activities.length > 0)
          .map((group) => (
            <li key={group.itbx}>
              <details>
                <summary>
                  <VerdictBadge itbx={group.itbx} />
                  <span className="quiet">{t['itbx.count'](group.activities.length)}</span>
                  <Icon name="down" />
                </summary>
                <p>{t[`itbx.explain.${group.itbx}`]}</p>
                <Conditions codes={[...new Set(group.activities.flatMap((a) => a.codes))]} part={part} />
                <ul className="activities" lang="id">
                  {group.activities.map((activity) => (
                    <li key={activity.activityId}>
                      {activity.name} <span className="quiet">{activity.groupName}</span>
                      {activity.codes
                        .filter((code) => code !== 'I' && code !== 'X')
                        .map((code) => (
                          <span key={code} className="condition-code">
                            {code}
                          </span>
                        ))}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
      </ul>
    </>
  );
}

const SHOWN = 8;

function ActivityQuestion({ part }: { part: Part }) {
  const { t } = useReader();
  const inputId = useId();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question.trim());
  const found = findActivities(activityRows(part), asked);
  return (
    <div className="question only-with-script">
      <label htmlFor={inputId} className="hidden-visually">
        {t['itbx.label']}
      </label>
      <div className="field">
        <Icon name="search" />
        <input
          id={inputId}
          type="search"
          autoComplete="off"
          placeholder={t['itbx.help']}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </div>
      <p className="quiet" role="status">
        {asked === '' ? '' : found.length === 0 ? t['itbx.noMatch'](asked) : t['itbx.matches'](found.length)}
      </p>
      {found.length > 0 && <FoundActivities rows={found.slice(0, SHOWN)} part={part} />}
    </div>
  );
}
