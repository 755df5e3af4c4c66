export { CompareTool } from './compare-tool.tsx';
export { Divider } from './divider.tsx';
