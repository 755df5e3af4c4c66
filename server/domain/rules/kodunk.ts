/** The zone code in a KODUNK: 'R-1' of 'R-1.41948', the polygon's own key in some plans. */
export const codeOfKodunk = (kodunk: string): string => kodunk.replace(/\.\d+$/, '');
