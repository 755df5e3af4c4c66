export { MyLocation } from './my-location.tsx';
export { ToolFrame } from './tool-frame.tsx';
export { ToolMenu } from './tool-menu.tsx';
