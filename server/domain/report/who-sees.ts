import { type Action, RIGHTS } from '../accounts/rights.ts';
import { ROLES, type Role } from '../accounts/role.ts';

/** What of a report is for the office alone, and the rights that open each: what a reporter is told of it follows from here. */
export const OPENED_BY = {
  /** Name and contact. */
  person: ['person.read'],
  /** Messages both ways, with their photos. */
  messages: ['report.handle'],
  /** Words of “belum selesai”. */
  dispute: ['report.handle', 'report.supervise'],
  /** Words, photos, the exact place, and whom the reporter names. */
  report: ['report.read'],
} as const satisfies Readonly<Record<string, readonly Action[]>>;
export type ReportPart = keyof typeof OPENED_BY;

/** A role of the office that reads something of reports. */
export interface Reader {
  readonly role: Role;
  /** Only of reports out of the kelurahan that they head. */
  readonly isLocal: boolean;
}

/** Who of the office reads a part of somebody else's report, by the table of rights. */
export function readersOf(part: ReportPart): Reader[] {
  return ROLES.flatMap((role): Reader[] => {
    const reach = OPENED_BY[part].map((action) => {
      const rights: Readonly<Partial<Record<Role, string>>> = RIGHTS[action];
      return rights[role];
    });
    if (reach.includes('any')) return [{ role, isLocal: false }];
    return reach.includes('ownKelurahan') ? [{ role, isLocal: true }] : [];
  });
}
