export { MeasureArea, MeasureDistance } from './measure-tool.tsx';
