import type { Given } from '#domain/pack/provenance';
import type { Legend } from '#domain/zoning/legend';
import type { MapAddress } from '../../app/address.ts';
import type { Query } from '../../lib/query.ts';
import type { MapPort } from '../../map/map-port.ts';

/** What the card of legend and layers is given; its two leaves take the same. */
export interface LegendCardProps {
  readonly port: MapPort;
  readonly legend: Query<Given<Legend>>;
  readonly toggled: readonly string[];
  /** As the address writes it. */
  readonly look: string | null;
  readonly on: string | null;
  readonly today: string;
  onChange(patch: Partial<Pick<MapAddress, 'toggled' | 'look' | 'on'>>): void;
  onClose(): void;
}
