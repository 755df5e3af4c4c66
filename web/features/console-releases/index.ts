export { ReleaseScreen } from './release-screen.tsx';
export { WorkScreen } from './work-screen.tsx';
