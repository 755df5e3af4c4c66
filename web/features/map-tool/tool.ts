import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import type { Given } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import type { Legend } from '#domain/zoning/legend';
import type { CityFacts } from '../../app/page-data.ts';
import type { Later } from '../../lib/later.ts';
import type { MapPort } from '../../map/map-port.ts';

/** What a tool is given by the page that it stands on. */
export interface ToolProps {
  readonly port: MapPort;
  readonly city: CityFacts;
  /** The calendar day where the city lies, `YYYY-MM-DD`. */
  readonly today: string;
  readonly place: LngLat | null;
  /** Asked date; null = today. */
  readonly on: string | null;
  /** The answer for the chosen place; undefined while there is none. */
  readonly answer: Answer | undefined;
  readonly legend: Given<Legend> | undefined;
  /** Layers switched away from their default, by layer id. */
  readonly toggled: readonly string[];
  /** What the tool keeps in the address behind its name (`alat=name~state`); empty at first. */
  readonly state: string;
  /** Keeps the tool's state in the address; `push` makes a step that Back undoes. */
  keep(state: string, step?: 'push' | 'replace'): void;
  /** Chooses a place: its answer is looked up and stands on the page once the tool is closed. */
  choose(place: LngLat): void;
  /** Closes the tool; the reading position goes to the element with this id, else to the menu. */
  close(focusId?: string): void;
}

/** One entry of the tool menu. */
export interface Tool {
  /** In the address; short, Indonesian, without `~`. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** One line that says what it is good for. */
  readonly purpose: Readonly<Record<Language, string>>;
  /** A path on a 20 × 20 grid, drawn as a stroke. */
  readonly icon: string;
  /** Useless where no map can be drawn: not offered there. */
  readonly needsDrawnMap: boolean;
  /** Its code, loaded when it is opened. */
  readonly part: Later<ToolProps>;
}

/** Name and state of the tool in `alat=name~state`. */
export function readTool(text: string): { id: string; state: string } {
  const [id = '', ...state] = text.split('~');
  return { id, state: state.join('~') };
}

export const writeTool = (id: string, state: string): string => (state === '' ? id : `${id}~${state}`);
