import type { SheetEntry } from '#domain/krk/sheet';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import type { AnswerOfGround } from './application-api.ts';
import { sheetTexts } from './sheet-texts.ts';

/** What the plan in words is in the matrix: chosen by a person, judged by the matrix. */
export function ActivityFields({
  answer,
  entry,
  onWrite,
}: {
  answer: AnswerOfGround | undefined;
  entry: SheetEntry;
  onWrite: (change: Partial<SheetEntry>) => void;
}) {
  const t = useTexts(sheetTexts);
  if (answer === undefined) return null;
  const known = new Map(
    answer.parts.flatMap(({ itbx }) =>
      itbx.flatMap(({ activities }) => activities.map((one) => [one.activityId, one] as const)),
    ),
  );
  const free = [...known.values()].filter(({ activityId }) => !entry.activities.includes(activityId));
  const groups = [...new Set(free.map(({ groupName }) => groupName))];
  return (
    <fieldset className="form-group">
      <legend>{t.activities}</legend>
      <p className="quiet">{t.activitiesHelp}</p>
      {entry.activities.length > 0 && (
        <ul className="chosen-activities">
          {entry.activities.map((id) => (
            <li key={id}>
              <span lang="id">{known.get(id)?.name ?? id}</span>
              <button
                type="button"
                className="button"
                onClick={() => onWrite({ activities: entry.activities.filter((one) => one !== id) })}
              >
                {t.remove}
                <span className="hidden-visually"> {known.get(id)?.name ?? id}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <FormField label={t.addActivity}>
        {(control) => (
          <select
            {...control}
            value=""
            onChange={({ target }) => {
              if (target.value !== '') onWrite({ activities: [...entry.activities, target.value] });
            }}
          >
            <option value="">{t.whichActivity}</option>
            {groups.map((group) => (
              <optgroup key={group} label={group} lang="id">
                {free
                  .filter(({ groupName }) => groupName === group)
                  .map(({ activityId, name }) => (
                    <option key={activityId} value={activityId}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </FormField>
    </fieldset>
  );
}
