import { type FormEvent, useState } from 'react';
import { type Producer, producerSchema } from '#domain/accounts/producer';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, useAct, useWrongFields } from '../console-frame/index.ts';
import { addProducer, changeProducer } from './producer-api.ts';
import { texts } from './texts.ts';

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,8}$/;

/**
 * One agency is added or changed.
 * @param producer undefined: a new one
 */
export function ProducerDialog({
  producer,
  onClose,
  onSaved,
}: {
  producer: Producer | undefined;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const announce = useAnnounce();
  const [current, setCurrent] = useState(producer);
  const [code, setCode] = useState('');
  const [name, setName] = useState(producer?.name ?? '');
  const [hasTried, setHasTried] = useState(false);
  const [isConflict, setIsConflict] = useState(false);
  const { isBusy, error, run } = useAct();
  const leadToWrong = useWrongFields();
  const codeFault = current === undefined && !CODE.test(code.trim()) ? t.codeWrong : null;
  const nameFault = name.trim() === '' ? t.required : null;
  const write = async (work: () => Promise<Producer>): Promise<void> => {
    let saved: Producer | undefined;
    const isDone = await run(async () => {
      try {
        saved = await work();
      } catch (failure) {
        const theirs = hasStatus(failure, 409) ? currentOf(failure.body) : undefined;
        if (theirs === undefined) throw failure;
        setCurrent(theirs);
        setName(theirs.name);
        setIsConflict(true);
        onSaved();
      }
    });
    if (!isDone || saved === undefined) return;
    announce(t.saved(saved.name));
    onSaved();
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    leadToWrong(event.currentTarget);
    if (codeFault !== null || nameFault !== null) return;
    void write(() =>
      current === undefined
        ? addProducer(code.trim(), name.trim(), language)
        : changeProducer(current, { name: name.trim() }, language),
    );
  };
  return (
    <Dialog title={current === undefined ? t.add : current.name} onClose={onClose}>
      {current === undefined && <p>{t.addHelp}</p>}
      {isConflict && <Notice title={t.conflict} />}
      <form className="form" onSubmit={submit} noValidate>
        {current === undefined && (
          <FormField label={t.code} help={t.codeHelp} error={hasTried ? codeFault : null}>
            {(control) => (
              <input
                {...control}
                type="text"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={60}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </FormField>
        )}
        <FormField label={t.name} help={t.nameHelp} error={hasTried ? nameFault : null}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.save}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
      {current !== undefined && (
        <section className="block">
          <button
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={() =>
              void write(() => changeProducer(current, { isClosed: !current.isClosed }, language))
            }
          >
            {current.isClosed ? t.reopen : t.close}
          </button>
          {!current.isClosed && <p className="quiet">{t.closeHelp}</p>}
        </section>
      )}
    </Dialog>
  );
}

/** What is saved now, as a conflict tells it. */
function currentOf(body: unknown): Producer | undefined {
  const said = typeof body === 'object' && body !== null && 'current' in body ? body.current : undefined;
  const read = producerSchema.safeParse(said);
  return read.success ? read.data : undefined;
}
