import type { OwnApplication } from '#domain/krk/application-answers';
import { type FormFields, readForm } from '#domain/krk/application-form';
import { FORM_PARTS, type FormPart, isOfPart, type partStates } from '#domain/krk/form-parts';
import type { ServiceSettings } from '#domain/krk/settings';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { faultWords } from './fault-words.ts';
import { formTexts } from './form-texts.ts';
import { PaperFields } from './paper-fields.tsx';
import { ApplicantFields, GroundFields, PlanFields, ProofFields } from './part-fields.tsx';

interface Given {
  readonly part: FormPart;
  readonly fields: FormFields;
  readonly settings: ServiceSettings;
  readonly papers: OwnApplication['papers'];
  /** Why the ground is none. */
  readonly groundProblem: string | null;
  readonly wrongPaper: string | null;
  readonly problem: string | null;
}

/** One question of the form, on a page of its own: nothing else is asked meanwhile. */
export function PartForm({
  address,
  revision,
  ...given
}: Given & { readonly address: string; readonly revision: number | null }) {
  const t = useTexts(formTexts);
  const { part, fields, groundProblem } = given;
  const faults = readForm(fields).faults.filter((fault) => isOfPart(fault, part));
  const groundField = (fields['ground.from'] ?? 'parcel') === 'parcel' ? 'ground.nib' : 'ground.corners';
  const wrong = [
    ...faults.map((fault) => ({ field: fieldOf(fault), words: faultWords(fault, t) })),
    ...(part === 'tanah' && groundProblem !== null && faults.length === 0
      ? [{ field: groundField, words: groundProblem }]
      : []),
  ];
  return (
    <form
      className="correction"
      method="post"
      action={address}
      encType="multipart/form-data"
      noValidate
      data-krk-form=""
    >
      {wrong.length > 0 && (
        <div role="alert" className="krk-summary" tabIndex={-1}>
          <Notice title={t.toMend}>
            <ul>
              {wrong.map(({ field, words }) => (
                <li key={field}>
                  <a href={`#${field}`}>{words}</a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <input type="hidden" name="part" value={part} />
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      <Fields {...given} faults={faults} isNew={revision === null} />
      <p className="actions">
        <button type="submit" className="button-primary" name="action" value="save">
          {t.save}
        </button>
        {revision !== null && (
          <button type="submit" className="button" name="action" value="later">
            {t.saveLater}
          </button>
        )}
      </p>
    </form>
  );
}

function Fields(given: Given & { readonly faults: readonly string[]; readonly isNew: boolean }) {
  const { part, fields, faults, isNew, groundProblem, papers, settings, wrongPaper, problem } = given;
  switch (part) {
    case 'tanah':
      return <GroundFields fields={fields} faults={faults} error={groundProblem} isNew={isNew} />;
    case 'rencana':
      return <PlanFields fields={fields} faults={faults} />;
    case 'pemohon':
      return <ApplicantFields fields={fields} faults={faults} />;
    case 'bukti':
      return <ProofFields fields={fields} faults={faults} />;
    case 'berkas':
      return <PaperFields papers={papers} settings={settings} wrong={wrongPaper} problem={problem} />;
  }
}

/** The field of a fault: `ground.corners.swapped` stands at `ground.corners`. */
const fieldOf = (fault: string): string =>
  fault.replace(/^(ground\.corners|plannedUse\.[a-zA-Z]+)\..*$/, '$1');

/** The steps of the form with how far each is; beside a question they are folded, so that it stands in sight. */
export function FormSteps({
  ticket,
  current,
  states,
}: {
  readonly ticket: string | null;
  readonly current: FormPart | 'periksa' | null;
  readonly states: ReturnType<typeof partStates> | null;
}) {
  const t = useTexts(formTexts);
  const all = [...FORM_PARTS, 'periksa' as const];
  const list = (
    <ol>
      {all.map((part) => {
        const state = part === 'periksa' || states === null ? null : states[part];
        const here = part === current ? 'step' : undefined;
        const name = t[`part.${part}`];
        return (
          <li key={part} className={state === null ? undefined : `krk-step-${state}`}>
            {ticket === null ? (
              <span aria-current={here}>{name}</span>
            ) : (
              <a href={`/krk/permohonan/${ticket}?langkah=${part}`} aria-current={here}>
                {name}
              </a>
            )}
            {state !== null && <span className="krk-step-state">{t[`state.${state}`]}</span>}
          </li>
        );
      })}
    </ol>
  );
  return (
    <nav className="krk-steps" aria-label={t.steps}>
      {current === null ? (
        list
      ) : (
        <details className="quiet-details">
          <summary>{t.stepOf(all.indexOf(current) + 1, all.length)}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}
