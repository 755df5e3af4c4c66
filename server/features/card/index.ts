export type { Card } from './card.ts';
export { CARD_HEIGHT, CARD_WIDTH } from './draw-card.ts';
export { paintCard } from './paint-card.ts';
