export type { CorrectionDeps } from './correction-deps.ts';
export { createRemarkLoader } from './load-remarks.ts';
export { openCorrectionDoor } from './open-door.ts';
export { correctionOperations } from './operations.ts';
export {
  type CorrectionSubjectDeps,
  exportCorrections,
  forgetInCorrections,
} from './people/subject.ts';
export { correctionRoutes } from './routes.ts';
