import { type FormEvent, useId, useState } from 'react';
import { newestOf } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import { type RoundDecision, SUBJECTS } from '#domain/field-round/subject-kind';
import { DECISION_WORDS, SUBJECT_WORDS } from '#domain/field-round/words';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, Moment, useAct } from '../console-frame/index.ts';
import { ComparedFacts } from './comparison-facts.tsx';
import { closeRound } from './field-api.ts';
import { notReceived, type SiteItem } from './site-items.ts';
import { texts } from './texts.ts';

/** The end of a round: what is decided about the ground, with the reason, on exactly what is seen here. */
export function ClosingForm({
  round,
  items,
  onChanged,
}: {
  round: Round;
  items: readonly SiteItem[];
  onChanged: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const heading = useId();
  const waiting = notReceived(items).filter(({ state }) => state !== 'failed').length;
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>
        {round.state === 'open' ? t.close : SUBJECT_WORDS[round.subject.kind].decision[language]}
      </h2>
      {round.closing !== null && <Decided round={round} />}
      {round.mayWork && waiting > 0 && <p role="status">{t.waits(waiting)}</p>}
      {round.mayWork && waiting === 0 && <Decide round={round} onChanged={onChanged} />}
    </section>
  );
}

/** What was decided, by whom and when. */
export function Decided({ round }: { round: Pick<Round, 'applied' | 'closing' | 'closedAt' | 'closedBy'> }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { closing, closedAt, closedBy } = round;
  if (closing === null) return null;
  return (
    <>
      {closing.comparison !== null ? (
        <ComparedFacts seen={closing.comparison} />
      ) : (
        round.applied !== null && <p className="quiet">{t.notMeasured}</p>
      )}
      <p>
        <strong>{DECISION_WORDS[closing.decision][language]}</strong>
      </p>
      {closing.reason !== null && <p className="field-words">{closing.reason}</p>}
      <p className="row-facts">
        {closedAt !== null && <Moment at={closedAt} />}
        {closedBy !== null && <span>{t.closedBy(closedBy)}</span>}
      </p>
    </>
  );
}

function Decide({ round, onChanged }: { round: Round; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const [decision, setDecision] = useState<RoundDecision | null>(null);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const group = useId();
  const outline = newestOf(round.items, 'outline');
  const { kind } = round.subject;
  const ways = SUBJECTS[kind].decisions.filter((one) => one !== 'takeMeasured' || outline !== undefined);
  const isShort = reason.trim().length < 5;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (decision === null || isShort) return;
    const body = { decision, outlineItemId: outline?.itemId ?? null, reason: reason.trim() };
    void run(async () => {
      await closeRound(round, body, language);
      announce(t.closed);
    }).then(onChanged);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="quiet">{t.closeLead}</p>
      <fieldset className="form-group" aria-describedby={hasTried && decision === null ? group : undefined}>
        <legend>{SUBJECT_WORDS[kind].decision[language]}</legend>
        {ways.map((one) => (
          <label key={one} className="field-tick">
            <input type="radio" name={group} checked={decision === one} onChange={() => setDecision(one)} />
            {DECISION_WORDS[one][language]}
          </label>
        ))}
        {hasTried && decision === null && (
          <p className="form-error" id={group}>
            {t.chooseDecision}
          </p>
        )}
      </fieldset>
      <FormField label={t.reason} error={hasTried && isShort ? t.reasonShort : null}>
        {(control) => (
          <textarea
            {...control}
            value={reason}
            maxLength={2_000}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
      {hasStatus(error, 409) && (
        <Notice title={t.conflict}>
          <p>{t.conflictHelp}</p>
        </Notice>
      )}
      {error !== null && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button-primary" aria-disabled={isBusy}>
          {t.close}
        </button>
      </div>
    </form>
  );
}
