import { type SubmitEvent, useId, useState } from 'react';
import type { Proposal } from '#domain/building/proposal';
import { useReader } from '../../locale/reader.tsx';
import { unreadWords, wordsOf } from './building-words.ts';
import {
  PROPOSAL_FIELDS,
  type ProposalField,
  type ProposalFieldName,
  readProposal,
} from './proposal-fields.ts';

/**
 * Footprint, floors and what else is known of a building. Without script it is a GET form that asks the page again.
 *
 * @param hidden what the address keeps beside the entries, for the GET form
 */
export function ProposalForm({
  given,
  isBusy = false,
  hidden = {},
  onAsk,
}: {
  given: Proposal | null;
  isBusy?: boolean;
  hidden?: Readonly<Record<string, string>>;
  onAsk?: (proposal: Proposal) => void;
}) {
  const { language } = useReader();
  const t = wordsOf(language);
  const [unread, setUnread] = useState<readonly ProposalFieldName[]>([]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    if (onAsk === undefined) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = readProposal((name) => String(data.get(name) ?? ''));
    setUnread(read.unread);
    onAsk(read.proposal);
  };
  const [first, second, ...others] = PROPOSAL_FIELDS;
  const isOpen = others.some(({ key }) => given?.[key] !== undefined);
  return (
    <form className="proposal" method="get" onSubmit={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="quiet">{t.checkHelp}</p>
      <div className="proposal-fields">
        {[first, second].map((field) => (
          <Field key={field.key} field={field} given={given} isUnread={unread.includes(field.name)} />
        ))}
      </div>
      <details className="quiet-details" open={isOpen}>
        <summary>{t.more}</summary>
        <div className="proposal-fields">
          {others.map((field) => (
            <Field key={field.key} field={field} given={given} isUnread={unread.includes(field.name)} />
          ))}
        </div>
      </details>
      {unread.length > 0 && (
        <p className="unknown-block" role="alert">
          {unreadWords(unread, language)}
        </p>
      )}
      <button type="submit" className="button-primary" aria-disabled={isBusy}>
        {isBusy ? t.checking : t.check}
      </button>
    </form>
  );
}

function Field({
  field: { key, name, step, max, min },
  given,
  isUnread,
}: {
  field: ProposalField;
  given: Proposal | null;
  isUnread: boolean;
}) {
  const { language } = useReader();
  const id = useId();
  return (
    <div className="proposal-field">
      <label htmlFor={id}>{wordsOf(language)[`field.${key}`]}</label>
      <input
        id={id}
        name={name}
        type="number"
        inputMode={step === 1 ? 'numeric' : 'decimal'}
        min={min}
        max={max}
        step={step === 1 ? 1 : 'any'}
        defaultValue={given?.[key]}
        aria-invalid={isUnread || undefined}
      />
    </div>
  );
}
