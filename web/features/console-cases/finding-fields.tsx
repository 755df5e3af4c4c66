import { RULE_BROKEN_WORDS, RULES_BROKEN, type RuleBroken } from '#domain/violation-case/assessment';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { FindingDraft } from './assessment-entry.ts';
import { assessmentTexts } from './assessment-texts.ts';
import type { Stated } from './stated-by-plan.ts';

/** One rule: what it says, what was found, by which article, and whether it is broken. */
export function FindingFields({
  finding,
  number,
  faults,
  stated,
  found,
  onChange,
  onRemove,
}: {
  finding: FindingDraft;
  number: number;
  faults: readonly string[];
  /** What the plan says about this rule, and what was measured: to be taken over. */
  stated: readonly Stated[];
  found: readonly string[];
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
      <Proposals
        title={t.fromPlan}
        words={stated.map((one) => `${one.stated} (${one.article})`)}
        onTake={(index) => onChange(stated[index] ?? {})}
      />
      <Proposals
        title={t.fromSite}
        words={found}
        onTake={(index) => onChange({ found: found[index] ?? '' })}
      />
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

/** What is known already: one tap writes it into the fields, where it can be changed. */
function Proposals({
  title,
  words,
  onTake,
}: {
  title: string;
  words: readonly string[];
  onTake: (index: number) => void;
}) {
  if (words.length === 0) return null;
  return (
    <>
      <p className="quiet">{title}</p>
      <ul className="case-proposals">
        {words.map((one, index) => (
          <li key={one}>
            <button type="button" className="button" onClick={() => onTake(index)}>
              {one}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
