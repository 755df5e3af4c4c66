import { type ComponentProps, lazy } from 'react';

// With its styles, which pages for reading have in their own sheet and the server does not read.
const Tool = lazy(async () => ({ default: (await import('./history-tool.tsx')).HistoryTool }));

/** The tool of the map, loaded when it is opened. */
export const HistoryTool = (props: ComponentProps<typeof Tool>) => <Tool {...props} />;
