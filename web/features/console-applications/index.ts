export { ApplicationScreen } from './application-screen.tsx';
export { QueueScreen } from './queue-screen.tsx';
