import { useId } from 'react';

/**
 * How far something is.
 *
 * @param share 0–1; null while that is not known
 * @param detail counts and remaining time, in words
 */
export function ProgressBar({
  label,
  share,
  detail,
}: {
  label: string;
  share: number | null;
  detail?: string;
}) {
  const id = useId();
  return (
    <div className="progress">
      <p className="progress-line">
        <label htmlFor={id}>{label}</label>
        {share !== null && <span className="tabular">{Math.floor(share * 100)} %</span>}
      </p>
      <progress id={id} max={1} {...(share === null ? {} : { value: share })} />
      {detail !== undefined && <p className="quiet tabular">{detail}</p>}
    </div>
  );
}
