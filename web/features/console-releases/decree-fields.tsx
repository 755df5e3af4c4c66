import { DECREE_TYPES, type Decree, writeDecree } from '#domain/release/decree';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { decisionTexts } from './decision-texts.ts';

/** A decree as it is being written; its year is that of its date. */
export interface DecreeDraft {
  readonly type: string;
  readonly number: string;
  readonly about: string;
  /** One line, where the parts are not asked for. */
  readonly line: string;
  readonly on: string;
}

export const noDecree = (isDemo: boolean): DecreeDraft => ({
  type: isDemo ? 'CONTOH' : '',
  number: '',
  about: '',
  line: '',
  on: '',
});

/** The decree in one line; null: something is missing. */
export function decreeOf({ type, number, about, line, on }: DecreeDraft, isFull: boolean): string | null {
  if (!isFull) return line.trim() === '' ? null : line.trim();
  const decree: Decree = { type, number: number.trim(), year: on.slice(0, 4), about: about.trim() };
  const isWhole = type !== '' && /^\S+$/.test(decree.number) && decree.about.length > 2 && on !== '';
  return isWhole ? writeDecree(decree) : null;
}

/** By what decree: for the plan in its parts, all of them; for other layers in one line. */
export function DecreeFields({
  draft,
  isFull,
  hasTried,
  onChange,
}: {
  draft: DecreeDraft;
  isFull: boolean;
  hasTried: boolean;
  onChange: (draft: DecreeDraft) => void;
}) {
  const t = useTexts(decisionTexts);
  const missing = (isMissing: boolean): string | null => (hasTried && isMissing ? t.required : null);
  const set = (change: Partial<DecreeDraft>): void => onChange({ ...draft, ...change });
  const cited = decreeOf(draft, true);
  const date = (
    <FormField
      label={t.decreeOn}
      {...(isFull ? { error: missing(draft.on === '') } : { optional: t.optional })}
    >
      {(control) => (
        <input
          {...control}
          type="date"
          value={draft.on}
          onChange={(event) => set({ on: event.target.value })}
        />
      )}
    </FormField>
  );
  if (!isFull)
    return (
      <>
        <FormField label={t.decree} help={t.decreeHelp} error={missing(draft.line.trim() === '')}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={draft.line}
              onChange={(event) => set({ line: event.target.value })}
            />
          )}
        </FormField>
        {date}
      </>
    );
  return (
    <fieldset className="form-group">
      <legend>{t.decreeGroup}</legend>
      <p className="quiet">{t.decreeGroupHelp}</p>
      <div className="form-pair">
        <FormField label={t.decreeType} error={missing(draft.type === '')}>
          {(control) => (
            <select {...control} value={draft.type} onChange={(event) => set({ type: event.target.value })}>
              <option value="">{t.choose}</option>
              {DECREE_TYPES.map((type) => (
                <option key={type} value={type}>
                  {type}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField
          label={t.decreeNumber}
          error={
            missing(draft.number.trim() === '') ??
            (hasTried && /\s/.test(draft.number.trim()) ? t.numberOnly : null)
          }
        >
          {(control) => (
            <input
              {...control}
              type="text"
              value={draft.number}
              onChange={(event) => set({ number: event.target.value })}
            />
          )}
        </FormField>
      </div>
      <FormField
        label={t.decreeAbout}
        help={t.decreeAboutHelp}
        error={missing(draft.about.trim().length < 3)}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            value={draft.about}
            onChange={(event) => set({ about: event.target.value })}
          />
        )}
      </FormField>
      {date}
      {cited !== null && (
        <p className="quiet" aria-live="polite">
          {t.cited} {cited}
        </p>
      )}
    </fieldset>
  );
}
