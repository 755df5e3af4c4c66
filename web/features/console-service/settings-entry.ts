import { patternFault } from '#domain/krk/numbering';
import type { ServiceSettings } from '#domain/krk/settings';

export interface PaperEntry {
  readonly id: string;
  readonly name: string;
  readonly isRequired: boolean;
  readonly isPersonal: boolean;
}

/** The settings as they stand in the form: what is empty is not set. */
export interface SettingsEntry {
  readonly serviceDays: string;
  readonly objectionDays: string;
  readonly fee: string;
  readonly validity: 'none' | 'untilPlanChanges' | 'days';
  readonly validityDays: string;
  readonly numberPattern: string;
  readonly office: string;
  readonly title: string;
  readonly closingText: string;
  readonly retentionDays: string;
  readonly draftRetentionDays: string;
  readonly papers: readonly PaperEntry[] | null;
}

const written = (value: number | string | null): string => (value === null ? '' : String(value));

export const entryOf = (settings: ServiceSettings): SettingsEntry => ({
  serviceDays: written(settings.serviceDays),
  objectionDays: written(settings.objectionDays),
  fee: written(settings.fee),
  validity: settings.validity === null ? 'none' : settings.validity.kind,
  validityDays: settings.validity?.kind === 'days' ? written(settings.validity.days) : '',
  numberPattern: written(settings.numberPattern),
  office: written(settings.signer?.office ?? null),
  title: written(settings.signer?.title ?? null),
  closingText: written(settings.closingText),
  retentionDays: written(settings.retentionDays),
  draftRetentionDays: written(settings.draftRetentionDays ?? null),
  papers: settings.papers,
});

export type EntryFault =
  | {
      readonly field: keyof typeof MOST;
      readonly most: number;
    }
  | { readonly field: 'numberPattern'; readonly why: NonNullable<ReturnType<typeof patternFault>> }
  | { readonly field: 'signer' }
  | { readonly field: 'paper'; readonly id: string };

const MOST = {
  serviceDays: 365,
  objectionDays: 365,
  validityDays: 36_500,
  retentionDays: 36_500,
  draftRetentionDays: 36_500,
} as const;

/** What is wrong with the form; empty when it can be saved. */
export function entryFaults(entry: SettingsEntry): EntryFault[] {
  const faults: EntryFault[] = [];
  for (const field of Object.keys(MOST) as (keyof typeof MOST)[]) {
    const text = entry[field].trim();
    if (field === 'validityDays' ? entry.validity !== 'days' : text === '') continue;
    const most = MOST[field];
    const value = Number(text);
    if (text === '' || !Number.isInteger(value) || value < 1 || value > most) faults.push({ field, most });
  }
  const pattern = entry.numberPattern.trim();
  const why = pattern === '' ? null : patternFault(pattern);
  if (why !== null) faults.push({ field: 'numberPattern', why });
  if ((entry.office.trim() === '') !== (entry.title.trim() === '')) faults.push({ field: 'signer' });
  for (const { id, name } of entry.papers ?? []) if (name.trim() === '') faults.push({ field: 'paper', id });
  return faults;
}

/** The settings that the form says, once it has no faults. */
export function settingsOf(entry: SettingsEntry): ServiceSettings {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  const number = (value: string): number | null => (value.trim() === '' ? null : Number(value));
  const office = text(entry.office);
  const title = text(entry.title);
  return {
    papers:
      entry.papers === null ? null : entry.papers.map((paper) => ({ ...paper, name: paper.name.trim() })),
    serviceDays: number(entry.serviceDays),
    objectionDays: number(entry.objectionDays),
    fee: text(entry.fee),
    validity:
      entry.validity === 'none'
        ? null
        : entry.validity === 'days'
          ? { kind: 'days', days: Number(entry.validityDays) }
          : { kind: 'untilPlanChanges' },
    numberPattern: text(entry.numberPattern),
    signer: office === null || title === null ? null : { office, title },
    closingText: text(entry.closingText),
    retentionDays: number(entry.retentionDays),
    ...(text(entry.draftRetentionDays) === null
      ? {}
      : { draftRetentionDays: number(entry.draftRetentionDays) }),
  };
}

/** A name for a paper that no other has: it stands in addresses and never changes, whatever the paper is called later. */
export function newPaperId(papers: readonly PaperEntry[]): string {
  const taken = new Set(papers.map(({ id }) => id));
  let number = papers.length + 1;
  while (taken.has(`berkas-${number}`)) number += 1;
  return `berkas-${number}`;
}
