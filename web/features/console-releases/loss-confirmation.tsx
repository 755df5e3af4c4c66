import { tellLoss } from '#domain/release/findings-of-loss';
import { isToConfirm } from '#domain/release/ground-loss';
import type { Release } from '#domain/release/release';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { decisionTexts } from './decision-texts.ts';

/** A number as people write it: `6.123` and `6,123` are 6123. */
export const typedNumber = (text: string): number | null =>
  /^\d{1,3}([., ]?\d{3})*$/.test(text.trim()) ? Number(text.replace(/\D/g, '')) : null;

/** Ground that would lose its data: what, and the number of hectares that whoever approves repeats. */
export function LossConfirmation({
  items,
  hectares,
  typed,
  hasTried,
  onType,
}: {
  items: Release['items'];
  hectares: number;
  typed: string;
  hasTried: boolean;
  onType: (text: string) => void;
}) {
  const t = useTexts(decisionTexts);
  const { language } = useReader();
  const number = formatNumber(hectares, language);
  return (
    <>
      <Notice title={t.lossTitle(number)}>
        <ul className="consequences">
          {items.map(
            ({ layerId, layerTitle, loss }) =>
              loss !== null &&
              isToConfirm(loss) && (
                <li key={layerId}>
                  {layerTitle}: {tellLoss(loss, language)}
                </li>
              ),
          )}
        </ul>
      </Notice>
      <FormField
        label={t.lossConfirm}
        help={t.lossHelp(number)}
        error={hasTried && typedNumber(typed) !== hectares ? t.lossWrong(number) : null}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        )}
      </FormField>
    </>
  );
}
