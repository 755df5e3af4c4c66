export { useProducers } from './producer-api.ts';
export { ProducerChoice } from './producer-choice.tsx';
export { ProducersScreen } from './producers-screen.tsx';
