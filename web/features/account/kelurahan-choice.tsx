import { type KelurahanChoice as Choice, kelurahanChoicesSchema } from '#domain/accounts/account-answers';
import { groupBy } from '#domain/group-by';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, useStaffQuery } from '../console-frame/index.ts';
import { texts } from './people-texts.ts';

/** The kelurahan of the borders in force. */
export const useKelurahan = () => useStaffQuery('/api/v1/staff/people/kelurahan', kelurahanChoicesSchema);

/** The kelurahan of a lurah, one of the city's. What was chosen before stays, also when its code is in force no more. */
export function KelurahanChoice({ value }: { value: string | null }) {
  const t = useTexts(texts);
  const list = useKelurahan();
  const known = list.data?.kelurahan ?? [];
  const isListed = known.some(({ code }) => code === value);
  return (
    <>
      <FormField label={t.kelurahan}>
        {(control) => (
          // What was chosen is chosen again once the list is there.
          <select {...control} key={known.length} name="kelurahanCode" defaultValue={value ?? ''} required>
            <option value="">{t.chooseKelurahan}</option>
            {value !== null && !isListed && <option value={value}>{value}</option>}
            {[...groupBy(known, ({ kecamatan }) => kecamatan ?? '')].map(([kecamatan, of]) =>
              kecamatan === '' ? (
                of.map(optionOf)
              ) : (
                <optgroup key={kecamatan} label={kecamatan}>
                  {of.map(optionOf)}
                </optgroup>
              ),
            )}
          </select>
        )}
      </FormField>
      {list.data?.kelurahan.length === 0 && <p className="quiet">{t.noKelurahan}</p>}
      {list.error !== null && list.data === undefined && (
        <Failure error={list.error} onRetry={list.refetch} />
      )}
    </>
  );
}

const optionOf = ({ code, name }: Choice) => (
  <option key={code} value={code}>
    {name}
  </option>
);
