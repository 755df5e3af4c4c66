import { RULE_BROKEN_WORDS, RULES_BROKEN, type RuleBroken } from '#domain/violation-case/assessment';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { FindingDraft } from './assessment-entry.ts';
import { assessmentTexts } from './assessment-texts.ts';

/** One rule: what it says, what was found, by which article, and whether it is broken. */
export function FindingFields({
  finding,
  number,
  faults,
  onChange,
  onRemove,
}: {
  finding: FindingDraft;
  number: number;
  faults: readonly string[];
  onChange: (change: Partial<FindingDraft>) => void;
  onRemove: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(assessmentTexts);
  return (
    <fieldset className="case-finding">
      <legend>{t.ruleNumber(number)}</legend>
      <FormField label={t.rule}>
        {(control) => (
          <select
            {...control}
            value={finding.rule}
            onChange={(event) => onChange({ rule: event.target.value as RuleBroken })}
          >
            {RULES_BROKEN.map((rule) => (
              <option key={rule} value={rule}>
                {RULE_BROKEN_WORDS[rule][language]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {(['stated', 'found', 'article'] as const).map((name) => (
        <FormField
          key={name}
          label={t[name]}
          error={faults.includes(`${finding.key}.${name}`) ? t.required : null}
        >
          {(control) => (
            <input
              {...control}
              maxLength={500}
              value={finding[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </FormField>
      ))}
      <label className="choice">
        <input
          type="checkbox"
          checked={finding.isBroken}
          onChange={(event) => onChange({ isBroken: event.target.checked })}
        />
        <span className="choice-name">{t.isBroken}</span>
      </label>
      <p>
        <button type="button" className="link-button" onClick={onRemove}>
          {t.remove}
          <span className="hidden-visually"> {t.ruleNumber(number)}</span>
        </button>
      </p>
    </fieldset>
  );
}
