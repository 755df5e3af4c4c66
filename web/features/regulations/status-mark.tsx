import type { Regulation } from '#domain/rules/rule-set';
import { useReader } from '../../locale/reader.tsx';

/** In force, under revision, repealed or a draft: in a word. */
export function StatusMark({ status }: { status: Regulation['status'] }) {
  const { t } = useReader();
  return <span className={status === 'berlaku' ? undefined : 'unknown'}>{t[`legal.status.${status}`]}</span>;
}
