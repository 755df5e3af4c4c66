import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { type EntryFault, newPaperId, type PaperEntry } from './settings-entry.ts';
import { texts } from './texts.ts';

/** The papers that an application brings; a list that nobody has set is not the same as an empty one. */
export function PapersField({
  papers,
  faults,
  onPapers,
}: {
  papers: readonly PaperEntry[] | null;
  faults: readonly EntryFault[];
  onPapers: (papers: readonly PaperEntry[] | null) => void;
}) {
  const t = useTexts(texts);
  if (papers === null)
    return (
      <fieldset className="form-group">
        <legend>{t.papers}</legend>
        <p className="quiet">{t.papersNone}</p>
        <p>
          <button type="button" className="button" onClick={() => onPapers([])}>
            {t.setPapers}
          </button>
        </p>
      </fieldset>
    );
  const change = (id: string, next: Partial<PaperEntry>): void =>
    onPapers(papers.map((paper) => (paper.id === id ? { ...paper, ...next } : paper)));
  return (
    <fieldset className="form-group">
      <legend>{t.papers}</legend>
      {papers.length === 0 && <p className="quiet">{t.papersEmpty}</p>}
      {papers.map((paper) => (
        <div key={paper.id} className="service-paper">
          <FormField
            label={t.paperName}
            error={faults.some((one) => one.field === 'paper' && one.id === paper.id) ? t.needsName : null}
          >
            {(control) => (
              <input
                {...control}
                maxLength={200}
                value={paper.name}
                onChange={({ target }) => change(paper.id, { name: target.value })}
              />
            )}
          </FormField>
          {(['isRequired', 'isPersonal'] as const).map((flag) => (
            <label key={flag} className="choice">
              <input
                type="checkbox"
                checked={paper[flag]}
                onChange={({ target }) => change(paper.id, { [flag]: target.checked })}
              />
              <span>
                {flag === 'isRequired' ? t.paperRequired : t.paperPersonal}
                <span className="hidden-visually"> {paper.name}</span>
              </span>
            </label>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => onPapers(papers.filter(({ id }) => id !== paper.id))}
          >
            {t.remove}
            <span className="hidden-visually"> {paper.name}</span>
          </button>
        </div>
      ))}
      <div className="form-actions">
        <button
          type="button"
          className="button"
          onClick={() =>
            onPapers([...papers, { id: newPaperId(papers), name: '', isRequired: true, isPersonal: true }])
          }
        >
          {t.addPaper}
        </button>
        <button type="button" className="button" onClick={() => onPapers(null)}>
          {t.unsetPapers}
        </button>
      </div>
    </fieldset>
  );
}
