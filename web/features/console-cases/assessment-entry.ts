import { type AssessmentEntry, assessmentGaps, type RuleBroken } from '#domain/violation-case/assessment';
import type { SanctionKind } from '#domain/violation-case/sanctions';

/** One rule that was looked at, as it is being written. */
export interface FindingDraft {
  readonly key: string;
  readonly rule: RuleBroken;
  readonly stated: string;
  readonly found: string;
  readonly article: string;
  readonly isBroken: boolean;
}

export interface AssessmentDraft {
  readonly outcome: AssessmentEntry['outcome'] | '';
  readonly summary: string;
  readonly findings: readonly FindingDraft[];
  readonly sanctions: readonly SanctionKind[];
  readonly forwardTo: string;
}

export const EMPTY_ASSESSMENT: AssessmentDraft = {
  outcome: '',
  summary: '',
  findings: [],
  sanctions: [],
  forwardTo: '',
};

export const newFinding = (): FindingDraft => ({
  key: crypto.randomUUID(),
  rule: 'pemanfaatan',
  stated: '',
  found: '',
  article: '',
  isBroken: false,
});

/** What an assessment lacks before it can be sent, by the name of what is missing; the server asks the same. */
export function assessmentFaults(draft: AssessmentDraft, hasInspection: boolean): string[] {
  const faults: string[] = [];
  if (draft.outcome === '') faults.push('outcome');
  if (draft.summary.trim().length < 5) faults.push('summary');
  for (const { key, stated, found, article } of draft.findings)
    for (const [name, value] of Object.entries({ stated, found, article }))
      if (value.trim() === '') faults.push(`${key}.${name}`);
  const entry = assessmentOf(draft);
  return entry === null ? faults : [...faults, ...assessmentGaps(entry, hasInspection)];
}

/** What is sent; null while no outcome is chosen. */
export function assessmentOf(draft: AssessmentDraft): AssessmentEntry | null {
  const { outcome, findings, summary, sanctions, forwardTo } = draft;
  if (outcome === '') return null;
  return {
    outcome,
    summary: summary.trim(),
    findings: findings.map(({ rule, stated, found, article, isBroken }) => ({
      rule,
      stated: stated.trim(),
      found: found.trim(),
      article: article.trim(),
      isBroken,
    })),
    // Recommended for what was confirmed alone; for whom it goes to only where another authority decides.
    sanctions: outcome === 'terbukti' ? [...sanctions] : [],
    forwardTo: outcome === 'bukanKewenangan' && forwardTo.trim() !== '' ? forwardTo.trim() : null,
  };
}
