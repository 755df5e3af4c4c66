export const CASES = '/api/v1/staff/corrections';
export const casePath = (correctionId: string): string => `${CASES}/${encodeURIComponent(correctionId)}`;
