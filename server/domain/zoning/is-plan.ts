/** Whether layers of a kind state what each piece of the ground is for: detail plan (RDTR) and general plan (RTRW). */
export const isPlan = (kind: string): boolean => kind === 'zones' || kind === 'rtrw';
