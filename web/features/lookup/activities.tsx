import type { Part } from '#domain/zoning/answer';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Conditions } from './activity-list.tsx';
import { RowNotes } from './remarks.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

/** All activities of this part by outcome, each outcome closed until it is wanted. */
export function Activities({ part }: { part: Part }) {
  const { t } = useReader();
  const groups = part.itbx.filter((group) => group.activities.length > 0);
  if (groups.length === 0) {
    return (
      <p className="unknown-block">
        <Icon name="question" />
        {t['itbx.none']}
      </p>
    );
  }
  return (
    <>
      <RowNotes kind="activity" zoneCode={part.zone.code} isNamed />
      <RowNotes kind="condition" isNamed />
      <ul className="outcomes">
        {groups.map((group) => (
          <li key={group.itbx}>
            <details>
              <summary>
                <VerdictBadge itbx={group.itbx} />
                <span className="quiet">{t['itbx.count'](group.activities.length)}</span>
                <Icon name="down" />
              </summary>
              <p>{t[`itbx.explain.${group.itbx}`]}</p>
              {group.itbx !== 'X' && (
                <Conditions
                  codes={[...new Set(group.activities.flatMap((a) => a.codes))]}
                  conditions={part.conditions}
                />
              )}
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
