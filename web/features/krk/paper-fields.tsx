import type { OwnApplication } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { formTexts } from './form-texts.ts';

/** Papers, one kind after the other: what is there, what the office said of it, and a place for another one. */
export function PaperFields({
  papers,
  settings,
  wrong,
  problem,
}: {
  readonly papers: OwnApplication['papers'];
  readonly settings: ServiceSettings;
  /** The kind that was not taken, and why. */
  readonly wrong: string | null;
  readonly problem: string | null;
}) {
  const { language } = useReader();
  const t = useTexts(formTexts);
  const size = (bytes: number): string =>
    bytes < 1_000_000
      ? `${formatNumber(Math.ceil(bytes / 1_000), language, 0)} kB`
      : `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
  if (settings.papers === null) return <p className="unknown-block">{t.papersNotSet}</p>;
  return (
    <>
      <p className="quiet" id="papers-help">
        {t.paperHelp}
      </p>
      {settings.papers.map((paper) => {
        const id = `paper:${paper.id}`;
        const given = papers.filter((one) => one.kind === paper.id);
        const isWrong = wrong === paper.id;
        return (
          <div key={paper.id} className={isWrong ? 'correction-field krk-wrong' : 'correction-field'}>
            <label htmlFor={id}>
              {paper.name} <span className="quiet">({paper.isRequired ? t.required : t.optional})</span>
            </label>
            {given.map((one) => (
              <p key={one.paperId} className="krk-paper">
                <span>
                  {t.attached(size(one.byteCount))}, {t[`check.${one.check}`]}
                  {one.note !== null && `: ${one.note}`}
                </span>
                <button type="submit" className="button" name="action" value={`hapus:${one.paperId}`}>
                  {t.remove}
                  <span className="hidden-visually"> {paper.name}</span>
                </button>
              </p>
            ))}
            <p id={`${id}-error`} className="krk-error" data-paper-error="" hidden={!isWrong}>
              {isWrong ? problem : t.tooLarge}
            </p>
            <input
              id={id}
              type="file"
              name={id}
              accept="application/pdf,image/jpeg,image/png"
              aria-label={given.length > 0 ? `${t.addAnother}: ${paper.name}` : undefined}
              aria-describedby={`papers-help${isWrong ? ` ${id}-error` : ''}`}
              aria-invalid={isWrong || undefined}
              data-most-bytes="10000000"
            />
          </div>
        );
      })}
      <div className="krk-progress" data-sending="" hidden>
        <label htmlFor="sending">{t.sending}</label>
        <progress id="sending" max={100} value={0} />
        <p role="status" data-sending-said="" data-failed={t.sendFailed} />
      </div>
    </>
  );
}
