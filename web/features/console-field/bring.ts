import type { Round } from '#domain/field-round/round';
import type { SiteItem } from './site-items.ts';
import type { FieldOutbox } from './use-field-outbox.ts';

/** What every form of a round needs: the round, what is there already, and where new things go. */
export interface Bring {
  readonly round: Round;
  readonly items: readonly SiteItem[];
  readonly add: FieldOutbox['add'];
}
