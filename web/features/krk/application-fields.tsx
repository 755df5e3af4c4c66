import type { OwnApplication } from '#domain/krk/application-answers';
import type { FormFields } from '#domain/krk/application-form';
import { LAND_PROOF_WORDS } from '#domain/krk/application-words';
import type { ServiceSettings } from '#domain/krk/settings';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { texts } from './texts.ts';

type FieldName = Extract<
  keyof typeof texts.id,
  `${'ground' | 'applicant' | 'landProof' | 'plannedUse'}.${string}`
>;

interface Filled {
  readonly fields: FormFields;
  /** Fields that are not right. */
  readonly faults: readonly string[];
}

/** Everything that an application is asked, as one form that needs no script. */
export function ApplicationFields({
  fields,
  faults,
  papers,
  settings,
}: Filled & { readonly papers: OwnApplication['papers']; readonly settings: ServiceSettings }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const filled = { fields, faults };
  const from = fields['ground.from'] ?? 'parcel';
  const kind = fields['applicant.kind'] ?? 'self';
  const kilobytes = (bytes: number): string => formatNumber(Math.ceil(bytes / 1_000), language, 0);
  return (
    <>
      <fieldset>
        <legend>{t.ground}</legend>
        <Choice name="ground.from" value="parcel" chosen={from === 'parcel'} label={t['from.parcel']} />
        <Field name="ground.nib" {...filled} mode="numeric" />
        <Choice
          name="ground.from"
          value={from === 'parcel' ? 'coordinates' : from}
          chosen={from !== 'parcel'}
          label={t['from.coordinates']}
        />
        <Field name="ground.corners" {...filled} rows={5} help={t.cornersHelp} />
        <div className="correction-field">
          <label htmlFor="groundFile">{t.groundFile}</label>
          <input id="groundFile" type="file" name="groundFile" />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.plannedUse}</legend>
        <Field name="plannedUse.description" {...filled} rows={3} />
        <Field name="plannedUse.kbli" {...filled} />
        <div className="krk-measures">
          <Field name="plannedUse.floors" {...filled} mode="numeric" />
          <Field name="plannedUse.basementFloors" {...filled} mode="numeric" />
          <Field name="plannedUse.heightM" {...filled} mode="decimal" />
          <Field name="plannedUse.footprintM2" {...filled} mode="decimal" />
          <Field name="plannedUse.floorAreaM2" {...filled} mode="decimal" />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.applicant}</legend>
        <p className="quiet">{t.privacy}</p>
        <p className="krk-label">{t['applicant.kind']}</p>
        {(['self', 'proxy', 'legalBody'] as const).map((one) => (
          <Choice
            key={one}
            name="applicant.kind"
            value={one}
            chosen={kind === one}
            label={t[`kind.${one}`]}
          />
        ))}
        <Field name="applicant.person.name" {...filled} complete="name" />
        <Field name="applicant.person.nik" {...filled} mode="numeric" />
        <Field name="applicant.person.address" {...filled} complete="street-address" />
        <Field name="applicant.person.phone" {...filled} mode="tel" complete="tel" />
        <Field name="applicant.person.email" {...filled} mode="email" complete="email" />
        <details className="quiet-details" open={kind === 'proxy'}>
          <summary>{t.proxy}</summary>
          <Field name="applicant.principal.name" {...filled} />
          <Field name="applicant.principal.nik" {...filled} mode="numeric" />
          <Field name="applicant.principal.address" {...filled} />
          <Field name="applicant.principal.phone" {...filled} mode="tel" />
          <Field name="applicant.principal.email" {...filled} mode="email" />
        </details>
        <details className="quiet-details" open={kind === 'legalBody'}>
          <summary>{t.legalBody}</summary>
          <Field name="applicant.bodyName" {...filled} />
          <Field name="applicant.deedNumber" {...filled} />
          <Field name="applicant.businessNib" {...filled} mode="numeric" help={t.nibHelp} />
        </details>
      </fieldset>
      <fieldset>
        <legend>{t.landProof}</legend>
        <div className="correction-field">
          <label htmlFor="landProof.kind">{t['landProof.kind']}</label>
          <select
            id="landProof.kind"
            name="landProof.kind"
            defaultValue={fields['landProof.kind'] ?? 'sertifikat'}
          >
            {Object.entries(LAND_PROOF_WORDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words[language]}
              </option>
            ))}
          </select>
        </div>
        <Field name="landProof.number" {...filled} />
        <Field name="landProof.parcelNib" {...filled} mode="numeric" />
      </fieldset>
      <fieldset>
        <legend>{t.papers}</legend>
        {settings.papers === null && <p className="unknown-block">{t.papersNotSet}</p>}
        {(settings.papers ?? []).map((paper) => {
          const given = papers.filter((one) => one.kind === paper.id);
          return (
            <div key={paper.id} className="correction-field">
              <label htmlFor={`paper:${paper.id}`}>
                {paper.name}
                {paper.isRequired && <span className="quiet"> ({t.required})</span>}
              </label>
              {given.map((one) => (
                <p key={one.paperId} className="quiet">
                  {t.attached(kilobytes(one.byteCount))}, {t[`check.${one.check}`]}
                  {one.note !== null && `: ${one.note}`}
                </p>
              ))}
              <input
                id={`paper:${paper.id}`}
                type="file"
                name={`paper:${paper.id}`}
                accept="application/pdf,image/jpeg,image/png"
              />
            </div>
          );
        })}
      </fieldset>
    </>
  );
}

function Choice({
  name,
  value,
  chosen,
  label,
}: {
  name: string;
  value: string;
  chosen: boolean;
  label: string;
}) {
  return (
    <label className="krk-choice">
      <input type="radio" name={name} value={value} defaultChecked={chosen} />
      {label}
    </label>
  );
}

/** One line, or several; what is wrong with it is said beside it, and it keeps what was typed. */
function Field({
  name,
  fields,
  faults,
  help,
  rows,
  mode,
  complete,
}: Filled & {
  readonly name: FieldName;
  readonly help?: string;
  readonly rows?: number;
  readonly mode?: 'numeric' | 'decimal' | 'tel' | 'email';
  readonly complete?: string;
}) {
  const t = useTexts(texts);
  const isWrong = faults.some((fault) => fault === name || fault.startsWith(`${name}.`));
  const shown = {
    id: name,
    name,
    defaultValue: fields[name] ?? '',
    'aria-describedby': help === undefined ? undefined : `${name}-help`,
    'aria-invalid': isWrong || undefined,
  };
  return (
    <div className="correction-field">
      <label htmlFor={name}>{t[name]}</label>
      {help !== undefined && (
        <p id={`${name}-help`} className="quiet">
          {help}
        </p>
      )}
      {rows === undefined ? (
        <input {...shown} inputMode={mode} autoComplete={complete ?? 'off'} maxLength={2_000} />
      ) : (
        <textarea {...shown} rows={rows} />
      )}
    </div>
  );
}
