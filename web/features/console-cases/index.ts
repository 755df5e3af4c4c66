export { CaseScreen } from './case-screen.tsx';
export { QueueScreen } from './queue-screen.tsx';
