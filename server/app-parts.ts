import {
  ArchiveShelf,
  answerTilesQuickly,
  openPointerBook,
  type PointerBook,
} from './features/tiles/index.ts';
import type { Deps } from './platform/deps.ts';
import { recordAnswer } from './platform/http/observe-requests.ts';
import type { QuickAnswer } from './platform/http/quick-answers.ts';
import { createRequestIds } from './platform/http/request-id.ts';
import { inertHeaders } from './platform/http/security-headers.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';

/** What the application and the quick way for tiles hold in common. */
export interface AppParts {
  readonly metrics: Metrics;
  readonly nextRequestId: () => string;
  readonly shelf: ArchiveShelf;
  readonly pointers: PointerBook;
}

/** Opens nothing yet: archives are read when they are first asked for. */
export const openParts = ({ sql, tilesDirectory }: Deps): AppParts => ({
  metrics: createMetrics(),
  nextRequestId: createRequestIds(),
  shelf: new ArchiveShelf(tilesDirectory),
  pointers: openPointerBook(sql),
});

/** Answers tiles before the application sees the request, with the same headers, numbers, figures and log. */
export const createQuickAnswers = (deps: Deps, { metrics, nextRequestId, shelf }: AppParts): QuickAnswer =>
  answerTilesQuickly({
    shelf,
    nextRequestId,
    record: recordAnswer(deps.log, metrics),
    inertHeaders: inertHeaders(deps.http?.isHttps ?? false),
  });
