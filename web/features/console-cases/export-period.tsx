import { useState } from 'react';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import { useConsole } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** Rows for SP4N-LAPOR! of a period, as a file. The log keeps who took them. */
export function ExportPeriod() {
  const t = useTexts(texts);
  const { city } = useConsole();
  const today = dayIn(new Date(), city.timeZone);
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const isPeriod = from !== '' && to !== '' && from <= to;
  return (
    <details className="case-more">
      <summary>{t.export}</summary>
      <p className="quiet">{t.exportHelp}</p>
      <div className="filters">
        {(
          [
            [t.from, from, setFrom],
            [t.to, to, setTo],
          ] as const
        ).map(([label, value, set]) => (
          <FormField key={label} label={label} error={isPeriod ? null : t.periodWrong}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={value}
                max={today}
                onChange={(event) => set(event.target.value)}
              />
            )}
          </FormField>
        ))}
        {isPeriod && (
          <p className="form-actions">
            {(['csv', 'json'] as const).map((format) => (
              <a
                key={format}
                className="button"
                href={`/api/v1/staff/case-export?from=${from}&to=${to}&format=${format}`}
                download
              >
                <StaffIcon name="download" />
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        )}
      </div>
    </details>
  );
}
