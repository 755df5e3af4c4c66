/**
 * How a case is called on papers that leave the office. The ticket of a report is for who reported: with it anybody reads how
 * the case goes on, and whom a letter is for must not be given it.
 */
export const paperNumber = (caseId: string): string => `PRK-${caseId.slice(0, 8).toUpperCase()}`;
