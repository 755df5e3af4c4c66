import type { Text } from './language.ts';

/** Title: the same for every occurrence. Detail: this occurrence, `{name}` is filled from the problem's params. */
export interface ProblemText {
  readonly title: Text;
  readonly detail: Text;
}

/** One entry of the table, both languages. */
export const text = (titleId: string, titleEn: string, detailId: string, detailEn: string): ProblemText => ({
  title: { id: titleId, en: titleEn },
  detail: { id: detailId, en: detailEn },
});
