import { type ReleaseMove, releaseMovesSchema } from '#domain/release/release-move';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Failure, Loading, Moment, useStaffQuery, Who } from '../console-frame/index.ts';
import { movesTexts } from './moves-texts.ts';

/** Every move of a release out of the log, with the SHA-256 of each file that it held then. */
export function ReleaseMoves({ releaseId }: { releaseId: string }) {
  const t = useTexts(movesTexts);
  const history = useStaffQuery(`${releasePath(releaseId)}/history`, releaseMovesSchema);
  if (history.data === undefined)
    return history.error === null ? <Loading /> : <Failure error={history.error} onRetry={history.refetch} />;
  const { moves } = history.data;
  return (
    <section className="block" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ol className="history-rows">
        {moves.map((move, index) => (
          <li key={`${move.at} ${move.to}`}>
            <p>
              <strong>{t[`move.${nameOf(move)}`]}</strong> <Who person={move.by} />
              <span className="quiet">
                {' '}
                <Moment at={move.at} />
              </span>
            </p>
            {(index === 0 || move.hasOtherFiles) &&
              move.files.map(({ layerId, sha256 }) => (
                <p key={layerId} className="quiet">
                  {layerId}: {t.sha} <code className="hash">{sha256}</code>
                </p>
              ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

type MoveName =
  | 'made'
  | 'replaced'
  | 'again'
  | 'renamed'
  | 'checked'
  | 'submitted'
  | 'approved'
  | 'failed'
  | 'published'
  | 'rejected'
  | 'withdrawn';

const NAMES: Readonly<Record<Exclude<ReleaseMove['to'], 'draf'>, MoveName>> = {
  diperiksa: 'checked',
  diajukan: 'submitted',
  disetujui: 'approved',
  terbit: 'published',
  ditolak: 'rejected',
  ditarik: 'withdrawn',
};

function nameOf({ from, to, hasOtherFiles }: ReleaseMove): MoveName {
  if (from === null) return 'made';
  if (to === 'draf') return hasOtherFiles ? 'replaced' : 'again';
  if (from === to) return 'renamed';
  return from === 'disetujui' && to === 'diajukan' ? 'failed' : NAMES[to];
}
