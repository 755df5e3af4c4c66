export { useConsoleAddress } from './address.ts';
export { ConsoleContext } from './console-context.ts';
export { ConsoleLink } from './console-link.tsx';
export { ConsoleFrame, type ConsolePlace } from './frame.tsx';
export { matchPath } from './match-path.ts';
export { Screen } from './screen.tsx';
export { EmptyState, Failure, Loading } from './states.tsx';
export { frameTexts } from './texts.ts';
export { useSession } from './use-session.ts';
