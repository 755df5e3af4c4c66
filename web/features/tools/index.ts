export { CoordinateList } from './coordinate-list.tsx';
export type { Tool, ToolProps } from './tool.ts';
export { ToolFrame } from './tool-frame.tsx';
export { ToolMenu } from './tool-menu.tsx';
export { useDrawing } from './use-drawing.ts';
