/** Title and body of each page without an answer. */
export const PROBLEM_TEXTS = {
  notFound: ['error.title', 'error.body'],
  coordinate: ['error.coordinate', 'error.coordinateBody'],
  swapped: ['error.swapped', 'error.swappedBody'],
  choose: ['error.choose', 'error.chooseBody'],
  server: ['error.server', 'error.serverBody'],
} as const;
