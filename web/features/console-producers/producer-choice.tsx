import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { Failure } from '../console-frame/index.ts';
import { useProducers } from './producer-api.ts';
import { texts } from './texts.ts';

/**
 * One agency of the list. What was chosen before stays, also when it was closed meanwhile.
 * @param isFixed whoever keeps the layers of one agency gives none of them away
 * @param onChoose the code, and the name as it is printed; both empty for none
 */
export function ProducerChoice({
  label,
  help,
  optional,
  value,
  isFixed = false,
  isRequired = false,
  onChoose,
}: {
  label: string;
  help?: string;
  optional?: string;
  value: string;
  isFixed?: boolean;
  isRequired?: boolean;
  onChoose: (producerId: string, name: string) => void;
}) {
  const t = useTexts(texts);
  const list = useProducers();
  const known = list.data?.producers ?? [];
  const offered = known.filter((one) => !one.isClosed || one.producerId === value);
  const isListed = offered.some((one) => one.producerId === value);
  const choose = (producerId: string): void =>
    onChoose(producerId, offered.find((one) => one.producerId === producerId)?.name ?? '');
  return (
    <>
      <FormField
        label={label}
        {...(help === undefined ? {} : { help })}
        {...(optional === undefined ? {} : { optional })}
      >
        {(control) => (
          <select
            {...control}
            name="producerId"
            value={value}
            required={isRequired}
            disabled={isFixed}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{isRequired ? t.choose : t.noProducer}</option>
            {value !== '' && !isListed && <option value={value}>{value}</option>}
            {offered.map((one) => (
              <option key={one.producerId} value={one.producerId}>
                {one.isClosed ? t.chosenClosed(one.name) : one.name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {list.data?.producers.length === 0 && <p className="quiet">{t.emptyChoice}</p>}
      {list.error !== null && list.data === undefined && (
        <Failure error={list.error} onRetry={list.refetch} />
      )}
    </>
  );
}
