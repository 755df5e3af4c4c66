import { useReader } from './reader.tsx';

type Texts = Record<string, string | ((...input: never[]) => string)>;
type Translated<T extends Texts> = {
  readonly [K in keyof T]: T[K] extends (...input: infer A) => string ? (...input: A) => string : string;
};

/** The texts of one lazily loaded feature, in both languages. */
export interface FeatureTexts<T extends Texts> {
  readonly id: T;
  /** A missing or extra key does not compile. */
  readonly en: Translated<NoInfer<T>>;
}

/** Texts that come with their feature and cost the first page nothing. Indonesian is the source of the keys. */
export const textsIn = <T extends Texts>(both: FeatureTexts<T>): FeatureTexts<T> => both;

/** The texts of a feature in the reader's language. */
export function useTexts<T extends Texts>(both: FeatureTexts<T>): Translated<T> {
  return both[useReader().language] as Translated<T>;
}
