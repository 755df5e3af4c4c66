import type { StaffApplication } from '#domain/krk/application-answers';
import type { SheetEntry } from '#domain/krk/sheet';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useBlockerWords } from './blocker-words.ts';
import { sheetTexts } from './sheet-texts.ts';

type Blocker = StaffApplication['blockers'][number];

/** Everything that the data left open, each answered by its name; a source that failed nobody can answer for. */
export function BlockerFields({
  seen,
  entry,
  onWrite,
}: {
  seen: StaffApplication;
  entry: SheetEntry;
  onWrite: (change: Partial<SheetEntry>) => void;
}) {
  const t = useTexts(sheetTexts);
  const words = useBlockerWords();
  const { language } = useReader();
  if (seen.blockers.length === 0) return null;
  const findingOf = (blocker: string): string =>
    entry.resolutions.find((one) => one.blocker === blocker)?.finding ?? '';
  const answer = (blocker: string, finding: string): void =>
    onWrite({
      resolutions: [
        ...entry.resolutions.filter((one) => one.blocker !== blocker),
        ...(finding === '' ? [] : [{ blocker, finding }]),
      ],
    });
  const open = seen.blockers.filter(
    ({ name, kind }) => kind === 'sourceFailed' || findingOf(name).trim() === '',
  ).length;
  const helpOf = ({ resolvedBy, resolvedOn, isResolved }: Blocker): string | undefined =>
    isResolved && resolvedOn !== null
      ? t.answeredBy(resolvedBy ?? '–', formatDay(resolvedOn, language))
      : undefined;
  return (
    <fieldset className="form-group blockers">
      <legend>{t.blockers}</legend>
      <p>
        {open > 0 ? (
          <Mark tone="warn" icon="warning">
            {t.open(open)}
          </Mark>
        ) : (
          <Mark tone="good" icon="check">
            {t.allAnswered}
          </Mark>
        )}
      </p>
      <p className="quiet">{t.blockersHelp}</p>
      {seen.blockers.map((blocker) =>
        blocker.kind === 'sourceFailed' ? (
          <p key={blocker.name} className="form-error">
            {words(blocker)}. {t.failed}
          </p>
        ) : (
          <FormField key={blocker.name} label={words(blocker)} help={helpOf(blocker)}>
            {(control) => (
              <textarea
                {...control}
                className="one-line"
                rows={1}
                maxLength={4_000}
                value={findingOf(blocker.name)}
                onChange={(event) => answer(blocker.name, event.target.value)}
              />
            )}
          </FormField>
        ),
      )}
    </fieldset>
  );
}
