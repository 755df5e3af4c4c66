export { CaseScreen } from './case-screen.tsx';
export { LahpScreen } from './lahp-screen.tsx';
export { QueueScreen } from './queue-screen.tsx';
