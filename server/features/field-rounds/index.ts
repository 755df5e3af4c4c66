export { endRoundWithSubject } from './end-with-subject.ts';
export { forgetPhotosAbout } from './queries.ts';
export { type ClosedRound, readClosedRound } from './read-closed-round.ts';
export { fieldRoundRoutes } from './routes.ts';
export type { Finish, RoundSubjects, Subject } from './subject.ts';
export { sweepRounds } from './sweep-rounds.ts';
