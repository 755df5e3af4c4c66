export { CompareTool } from './compare-tool.tsx';
