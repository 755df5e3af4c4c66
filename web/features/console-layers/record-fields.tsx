import { may } from '#domain/accounts/rights';
import { CORE_FIELDS } from '#domain/release/layer-record';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { type ControlProps, FormField } from '../../ui/form-field.tsx';
import { useConsole } from '../console-frame/index.ts';
import { ProducerChoice, useProducers } from '../console-producers/index.ts';
import { CYCLE_WORDS } from './kind-words.ts';
import type { RecordDraft, RecordFault, RecordField } from './record-draft.ts';
import { recordTexts } from './record-texts.ts';
import { texts } from './texts.ts';

const CORE: ReadonlySet<RecordField> = new Set(CORE_FIELDS);
const LONG: ReadonlySet<RecordField> = new Set(['abstract', 'legalBasis', 'contact']);

/** All questions of a record, in three groups. */
export function RecordFields({
  draft,
  faults,
  onChange,
}: {
  draft: RecordDraft;
  faults: Partial<Record<RecordField, RecordFault>>;
  onChange: (field: RecordField, value: string) => void;
}) {
  const t = useTexts(recordTexts);
  const { member } = useConsole();
  const isOfOwnAgency = member === null || !may(member, 'layer.edit', {});
  /** The name is printed as the list has it, unless somebody wrote another one. */
  const agencies = useProducers().data?.producers ?? [];
  const chooseProducer = (producerId: string, name: string): void => {
    const before = agencies.find((one) => one.producerId === draft.producerId)?.name;
    onChange('producerId', producerId);
    if (draft.producer.trim() === '' || draft.producer === before) onChange('producer', name);
  };
  const field = (name: RecordField, help?: string) => (
    <FormField
      label={t[name]}
      {...(help === undefined ? {} : { help })}
      {...(name === 'title' ? {} : { optional: CORE.has(name) ? t.beforePublishing : t.optional })}
      error={faults[name] === undefined ? null : t[faults[name]]}
    >
      {(control) => (
        <Entry
          control={control}
          isLong={LONG.has(name)}
          isNumber={name === 'planScale'}
          value={draft[name]}
          onChange={(value) => onChange(name, value)}
        />
      )}
    </FormField>
  );
  return (
    <>
      <fieldset className="form-group">
        <legend>{t.what}</legend>
        {field('title')}
        {field('abstract', t.abstractHelp)}
        <AccessChoice value={draft.accessClass} onChange={(value) => onChange('accessClass', value)} />
        {field('kugiClass')}
      </fieldset>
      <fieldset className="form-group">
        <legend>{t.who}</legend>
        <div className="form-pair">
          <ProducerChoice
            label={t.producerId}
            help={isOfOwnAgency ? t.producerIdFixed : t.producerIdHelp}
            optional={t.optional}
            value={draft.producerId}
            isFixed={isOfOwnAgency}
            onChoose={chooseProducer}
          />
          {field('producer', t.producerHelp)}
        </div>
        <div className="form-pair">
          {field('walidata')}
          {field('contact')}
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend>{t.how}</legend>
        <div className="form-pair">
          {field('planScale', t.planScaleHelp)}
          {field('crs', t.crsHelp)}
        </div>
        <div className="form-pair">
          <CycleChoice value={draft.updateCycle} onChange={(value) => onChange('updateCycle', value)} />
          {field('licence')}
        </div>
        {field('legalBasis')}
      </fieldset>
    </>
  );
}

function Entry({
  control,
  isLong,
  isNumber,
  value,
  onChange,
}: {
  control: ControlProps;
  isLong: boolean;
  isNumber: boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  if (isLong)
    return <textarea {...control} value={value} onChange={(event) => onChange(event.target.value)} />;
  return (
    <input
      {...control}
      type="text"
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const CLASSES = ['terbuka', 'terbatas', 'internal'] as const;

function AccessChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTexts(texts);
  return (
    <fieldset className="choices">
      <legend>{t.access}</legend>
      <p className="quiet">{t.accessHelp}</p>
      {CLASSES.map((one) => (
        <label key={one} className="choice">
          <input
            type="radio"
            name="accessClass"
            value={one}
            checked={value === one}
            onChange={() => onChange(one)}
          />
          <span>
            <span className="choice-name">{t[one]}</span>
            <span className="quiet">{t[`${one}Help`]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function CycleChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTexts(recordTexts);
  const { language } = useReader();
  return (
    <FormField label={t.updateCycle} optional={t.beforePublishing}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t.notSaid}</option>
          {Object.entries(CYCLE_WORDS).map(([code, words]) => (
            <option key={code} value={code}>
              {words[language]}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
