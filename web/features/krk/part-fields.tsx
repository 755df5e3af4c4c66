import { LAND_PROOF_WORDS } from '#domain/krk/application-words';
import { BUSINESS_LINES } from '#domain/krk/business-lines';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Choice, Field, type Filled } from './form-field.tsx';
import { formTexts } from './form-texts.ts';

const WAYS = ['parcel', 'drawing', 'coordinates', 'file'] as const;

/** Which land it is: by its number, a drawing, a list of corners, or a file. Only what the chosen way asks is shown. */
export function GroundFields({
  error,
  isNew,
  ...filled
}: Filled & {
  readonly error: string | null;
  /** Nothing is kept yet: the map may begin the application. */
  readonly isNew: boolean;
}) {
  const t = useTexts(formTexts);
  const from = filled.fields['ground.from'] ?? 'parcel';
  const order = filled.fields['ground.order'] ?? 'lngLat';
  return (
    <>
      <fieldset className="krk-ways">
        <legend>{t['ground.from']}</legend>
        {WAYS.filter((way) => way !== 'drawing' || isNew || from === 'drawing').map((way) => (
          <Choice key={way} name="ground.from" value={way} chosen={from} label={t[`from.${way}`]} />
        ))}
      </fieldset>
      <div className="krk-for-parcel">
        <Field
          name="ground.nib"
          label={t['ground.nib']}
          {...filled}
          mode="numeric"
          help={t.parcelHelp}
          error={from === 'parcel' ? error : null}
        />
      </div>
      {isNew && (
        <div className="krk-for-drawing">
          <p>{t.drawHelp}</p>
          <p className="actions">
            <a className="button" href="/?alat=bangun~gambar">
              {t.drawOn}
            </a>
          </p>
        </div>
      )}
      <div className="krk-for-file correction-field">
        <label htmlFor="ground.file">{t['ground.file']}</label>
        <p className="quiet" id="ground.file-help">
          {t.groundFileHelp}
        </p>
        <input id="ground.file" type="file" name="groundFile" aria-describedby="ground.file-help" />
      </div>
      <div className="krk-for-corners">
        <Field
          name="ground.corners"
          label={t['ground.corners']}
          {...filled}
          rows={6}
          help={t.cornersHelp}
          error={from === 'parcel' ? null : error}
        />
        <fieldset className="krk-ways">
          <legend>{t['ground.order']}</legend>
          <Choice name="ground.order" value="lngLat" chosen={order} label={t['order.lngLat']} />
          <Choice name="ground.order" value="latLng" chosen={order} label={t['order.latLng']} />
        </fieldset>
      </div>
    </>
  );
}

/** What is to be built or done, and which businesses take which floors of it. */
export function PlanFields(filled: Filled) {
  const t = useTexts(formTexts);
  const [first, ...others] = BUSINESS_LINES;
  const isOpen = others.some((line) => (filled.fields[`plannedUse.kbli${line}`] ?? '') !== '');
  return (
    <>
      <Field
        name="plannedUse.description"
        label={t['plannedUse.description']}
        {...filled}
        rows={3}
        help={t.descriptionHelp}
      />
      <fieldset>
        <legend>{t.building}</legend>
        <div className="krk-measures">
          {(['floors', 'basementFloors'] as const).map((name) => (
            <Field
              key={name}
              name={`plannedUse.${name}`}
              label={t[`plannedUse.${name}`]}
              {...filled}
              mode="numeric"
            />
          ))}
          {(['heightM', 'footprintM2', 'floorAreaM2'] as const).map((name) => (
            <Field
              key={name}
              name={`plannedUse.${name}`}
              label={t[`plannedUse.${name}`]}
              {...filled}
              mode="decimal"
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.businesses}</legend>
        <p className="quiet">{t.businessesHelp}</p>
        <BusinessLine line={first} {...filled} />
        <details className="quiet-details" open={isOpen}>
          <summary>{t.moreBusinesses}</summary>
          {others.map((line) => (
            <BusinessLine key={line} line={line} {...filled} />
          ))}
        </details>
      </fieldset>
    </>
  );
}

function BusinessLine({ line, ...filled }: Filled & { readonly line: number }) {
  const t = useTexts(formTexts);
  return (
    <div className="krk-measures">
      <Field name={`plannedUse.kbli${line}`} label={t.kbliLine(line)} {...filled} mode="numeric" />
      <Field name={`plannedUse.floors${line}`} label={t.floorsLine(line)} {...filled} mode="numeric" />
      <Field name={`plannedUse.floorAreaM2${line}`} label={t.areaLine(line)} {...filled} mode="decimal" />
    </div>
  );
}

/** Who asks: for oneself, with authority of somebody else, or for a legal body. */
export function ApplicantFields(filled: Filled) {
  const t = useTexts(formTexts);
  const kind = filled.fields['applicant.kind'] ?? 'self';
  return (
    <>
      <fieldset className="krk-ways">
        <legend>{t['applicant.kind']}</legend>
        {(['self', 'proxy', 'legalBody'] as const).map((one) => (
          <Choice key={one} name="applicant.kind" value={one} chosen={kind} label={t[`kind.${one}`]} />
        ))}
      </fieldset>
      <fieldset className="krk-for-body">
        <legend>{t.legalBody}</legend>
        <Field name="applicant.bodyName" label={t['applicant.bodyName']} {...filled} />
        <Field name="applicant.deedNumber" label={t['applicant.deedNumber']} {...filled} isOptional />
        <Field
          name="applicant.businessNib"
          label={t['applicant.businessNib']}
          {...filled}
          mode="numeric"
          help={t.nibHelp}
          isOptional
        />
      </fieldset>
      <PersonFields of="person" {...filled} />
      <div className="krk-for-proxy">
        <PersonFields of="principal" {...filled} />
      </div>
    </>
  );
}

function PersonFields({ of, ...filled }: Filled & { readonly of: 'person' | 'principal' }) {
  const t = useTexts(formTexts);
  const own = of === 'person';
  return (
    <fieldset>
      <legend>{t[of]}</legend>
      {own && <p className="quiet">{t.privacy}</p>}
      <Field
        name={`applicant.${of}.name`}
        label={t[`applicant.${of}.name`]}
        {...filled}
        complete={own ? 'name' : 'off'}
      />
      <Field name={`applicant.${of}.nik`} label={t[`applicant.${of}.nik`]} {...filled} mode="numeric" />
      <Field
        name={`applicant.${of}.address`}
        label={t[`applicant.${of}.address`]}
        {...filled}
        complete={own ? 'street-address' : 'off'}
      />
      <Field
        name={`applicant.${of}.phone`}
        label={t[`applicant.${of}.phone`]}
        {...filled}
        mode="tel"
        complete={own ? 'tel' : 'off'}
      />
      <Field
        name={`applicant.${of}.email`}
        label={t[`applicant.${of}.email`]}
        {...filled}
        mode="email"
        complete={own ? 'email' : 'off'}
        isOptional
      />
    </fieldset>
  );
}

/** By what the land is held. */
export function ProofFields(filled: Filled) {
  const { language } = useReader();
  const t = useTexts(formTexts);
  return (
    <>
      <div className="correction-field">
        <label htmlFor="landProof.kind">{t['landProof.kind']}</label>
        <select
          id="landProof.kind"
          name="landProof.kind"
          defaultValue={filled.fields['landProof.kind'] ?? 'sertifikat'}
        >
          {Object.entries(LAND_PROOF_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words[language]}
            </option>
          ))}
        </select>
      </div>
      <Field name="landProof.number" label={t['landProof.number']} {...filled} />
      <Field
        name="landProof.parcelNib"
        label={t['landProof.parcelNib']}
        {...filled}
        mode="numeric"
        help={t.parcelHelp}
        isOptional
      />
    </>
  );
}
