import type { Lahp, LahpBody } from '#domain/violation-case/lahp';
import { usualLahpDay } from '#domain/violation-case/lahp';

/** A report of the Ombudsman as it is being written; empty where nothing is. */
export interface LahpEntry {
  readonly number: string;
  readonly datedOn: string;
  readonly receivedOn: string;
  readonly action: string;
  readonly dueOn: string;
  readonly caseTicket: string;
  readonly evidence: string;
  readonly doneOn: string;
}

/** Of one that is in the register, or a new one that came in today. */
export const lahpEntryOf = (lahp: Lahp | null, today: string): LahpEntry =>
  lahp === null
    ? {
        number: '',
        datedOn: '',
        receivedOn: today,
        action: '',
        dueOn: usualLahpDay(today),
        caseTicket: '',
        evidence: '',
        doneOn: '',
      }
    : {
        ...lahp,
        caseTicket: lahp.about?.ticket ?? '',
        evidence: lahp.evidence ?? '',
        doneOn: lahp.doneOn ?? '',
      };

export type LahpFault = 'number' | 'datedOn' | 'dueOn' | 'action' | 'evidence' | 'doneOn';

/** What is wrong with it before it can be sent. */
export function lahpFaults(entry: LahpEntry, today: string): LahpFault[] {
  const { number, datedOn, receivedOn, dueOn, action, evidence, doneOn } = entry;
  const says = evidence.trim();
  const faults: (LahpFault | false)[] = [
    number.trim() === '' && 'number',
    (datedOn === '' || datedOn > receivedOn) && 'datedOn',
    (receivedOn === '' || receivedOn > today || dueOn < receivedOn) && 'dueOn',
    action.trim().length < 5 && 'action',
    ((says !== '' && says.length < 5) || (doneOn !== '' && says === '')) && 'evidence',
    doneOn !== '' && (doneOn < receivedOn || doneOn > today) && 'doneOn',
  ];
  return faults.filter((fault) => fault !== false);
}

/** What is sent. */
export const lahpOf = (entry: LahpEntry): LahpBody => ({
  number: entry.number.trim(),
  datedOn: entry.datedOn,
  receivedOn: entry.receivedOn,
  action: entry.action.trim(),
  dueOn: entry.dueOn,
  caseTicket: entry.caseTicket.trim() === '' ? null : entry.caseTicket.trim().toUpperCase(),
  evidence: entry.evidence.trim() === '' ? null : entry.evidence.trim(),
  doneOn: entry.doneOn === '' ? null : entry.doneOn,
});
