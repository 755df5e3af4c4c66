import type { Text } from '#domain/language';
import { OUTCOME_WORDS, type Outcome, PAUSE_NAMES, PAUSES } from '#domain/violation-case/outcomes';
import { SERVICE_CLASS_WORDS, SERVICE_CLASSES } from '#domain/violation-case/policy';
import { SANCTION_KINDS, SANCTION_WORDS } from '#domain/violation-case/sanctions';

/** A value with its words. */
export type ChoiceOf = readonly [value: string, words: Text];

export const CLASS_CHOICES: readonly ChoiceOf[] = SERVICE_CLASSES.map((one) => [
  one,
  SERVICE_CLASS_WORDS[one],
]);
export const PAUSE_CHOICES: readonly ChoiceOf[] = PAUSE_NAMES.map((one) => [one, PAUSES[one]]);
export const SANCTION_CHOICES: readonly ChoiceOf[] = SANCTION_KINDS.map((one) => [one, SANCTION_WORDS[one]]);
/** Outcomes that a step can give. */
export const dismissalChoices = ({ outcomes }: { readonly outcomes: readonly Outcome[] }): ChoiceOf[] =>
  outcomes.map((one) => [one, OUTCOME_WORDS[one].name]);
