import { type FormEvent, useState } from 'react';
import type { CaseSanction, StaffCase } from '#domain/violation-case/case-answers';
import { SERVED_HOW, SERVED_WORDS, type ServedHow } from '#domain/violation-case/sanctions';
import { useAnnounce } from '../../app/announcer.tsx';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, useAct, useConsole, useWrongFields } from '../console-frame/index.ts';
import { fulfilSanction, serveSanction } from './case-api.ts';
import { PhotoField } from './photo-field.tsx';
import { sanctionTexts } from './sanction-texts.ts';

/** A letter that was served, with its evidence; or what it asked, done. */
export function FollowDialog({
  what,
  seen,
  sanction: { sanctionId },
  onDone,
  onFailed,
  onClose,
}: {
  what: 'served' | 'fulfilled';
  seen: StaffCase;
  sanction: CaseSanction;
  onDone: () => void;
  onFailed: () => void;
  onClose: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(sanctionTexts);
  const frame = useTexts(frameTexts);
  const announce = useAnnounce();
  const { city } = useConsole();
  const { isBusy, error, run } = useAct();
  const leadToWrong = useWrongFields();
  const today = dayIn(new Date(), city.timeZone);
  const [on, setOn] = useState(today);
  const [how, setHow] = useState<ServedHow | ''>('');
  const [photoId, setPhotoId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const isWrong =
    on === '' ||
    on > today ||
    (what === 'served' ? how === '' || photoId === null : reason.trim().length < 5);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (isWrong) {
      leadToWrong(event.currentTarget);
      return;
    }
    void run(async () => {
      if (what === 'fulfilled')
        await fulfilSanction(seen, sanctionId, { fulfilledOn: on, reason: reason.trim() }, language);
      else if (how !== '' && photoId !== null)
        await serveSanction(seen, sanctionId, { servedOn: on, how, photoId }, language);
      announce(t.saved);
    }).then((isDone) => (isDone ? onDone() : onFailed()));
  };
  return (
    <Dialog title={t[`follow.${what}`]} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.day} error={hasTried && (on === '' || on > today) ? t.dayWrong : null}>
          {(control) => (
            <input
              {...control}
              type="date"
              max={today}
              value={on}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </FormField>
        {what === 'served' && (
          <>
            <FormField label={t.how} error={hasTried && how === '' ? t.required : null}>
              {(control) => (
                <select
                  {...control}
                  value={how}
                  onChange={(event) => setHow(event.target.value as ServedHow | '')}
                >
                  <option value="">{t.choose}</option>
                  {SERVED_HOW.map((one) => (
                    <option key={one} value={one}>
                      {SERVED_WORDS[one][language]}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
            <PhotoField
              caseId={seen.caseId}
              label={t.evidence}
              help={t.evidenceHelp}
              error={hasTried && photoId === null ? t.required : null}
              onPhoto={setPhotoId}
            />
          </>
        )}
        {what === 'fulfilled' && (
          <FormField
            label={t.reason}
            help={t.reasonHelp}
            error={hasTried && reason.trim().length < 5 ? t.tooShort : null}
          >
            {(control) => (
              <textarea
                {...control}
                maxLength={4_000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </FormField>
        )}
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.save}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
