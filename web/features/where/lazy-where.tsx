import { type ComponentProps, lazy } from 'react';

// With their styles, which pages for reading have in their own sheet and the server does not read.
const Tool = lazy(async () => ({ default: (await import('./where-tool.tsx')).WhereTool }));
const Summary = lazy(async () => ({ default: (await import('./where-summary.tsx')).WhereSummary }));

/** The tool of the map, loaded when it is opened. */
export const WhereTool = (props: ComponentProps<typeof Tool>) => <Tool {...props} />;

/** The summary beside “Bolehkah …?”, loaded when it is opened. */
export const WhereSummary = (props: ComponentProps<typeof Summary>) => <Summary {...props} />;
