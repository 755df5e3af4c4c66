import { readForm } from '#domain/krk/application-form';
import { isOfPart } from '#domain/krk/form-parts';
import type { ReadingContent } from '../../app/reading-data.ts';

type Content = Extract<ReadingContent, { page: 'krkApplication' }>;

/** Whether something in the question that is open has to be mended; it was saved all the same. */
export const hasFaults = ({ fields, step, ground }: Pick<Content, 'fields' | 'step' | 'ground'>): boolean =>
  fields !== null &&
  step !== null &&
  step !== 'periksa' &&
  (readForm(fields).faults.some((fault) => isOfPart(fault, step)) ||
    (step === 'tanah' && ground?.problem != null));
