export { AnswerPanel } from './answer-panel.tsx';
export { ApplicationScreen } from './application-screen.tsx';
export { DueDay } from './application-state.tsx';
export { QueueScreen } from './queue-screen.tsx';
