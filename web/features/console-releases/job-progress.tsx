import type { Job } from '#domain/release/job';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Moment } from '../console-frame/index.ts';
import { jobTexts } from './job-texts.ts';

/** Whether something is at work or about to be. */
export const isAtWork = (job: Pick<Job, 'state'> | null): boolean =>
  job?.state === 'queued' || job?.state === 'running';

/**
 * What a job does now, how far it is and how long it will take; or why it stopped, and what of it is left.
 *
 * @param now milliseconds, by which the time that is left is reckoned
 */
export function JobProgress({ job, now }: { job: Job; now: number }) {
  const t = useTexts(jobTexts);
  const { language } = useReader();
  if (isAtWork(job))
    return (
      <div className="job">
        <ProgressBar
          label={`${t[job.kind]}: ${t[`step.${job.step}`]}`}
          share={job.state === 'queued' ? null : job.share}
          detail={[...rowsOf(job), ...leftOf(job)].join(' · ')}
        />
        {job.interruptions > 0 && <p>{t.interrupted(job.interruptions)}</p>}
        <p className="quiet">{t.leave}</p>
      </div>
    );
  if (job.state === 'failed')
    return (
      <Notice title={`${t[job.kind]}: ${t.failed}`}>
        <p>{job.failure?.text[language] ?? ''}</p>
        <p className="quiet">
          {t.staysWhole} {job.endedAt !== null && <Moment at={job.endedAt} />}
        </p>
      </Notice>
    );
  return null;

  function rowsOf({ rows }: Job): string[] {
    if (rows === null) return [];
    const read = formatNumber(rows.read, language);
    return [rows.expected === null ? t.rowsRead(read) : t.rows(read, formatNumber(rows.expected, language))];
  }

  /** Said once a tenth is done: before that a guess would jump. */
  function leftOf({ startedAt, share }: Job): string[] {
    if (startedAt === null || share < 0.1) return [];
    const seconds = Math.ceil(((now - Date.parse(startedAt)) / 1000 / share) * (1 - share));
    if (!(seconds > 0)) return [];
    return [t.left(seconds < 90 ? t.seconds(seconds) : t.minutes(Math.round(seconds / 60)))];
  }
}
