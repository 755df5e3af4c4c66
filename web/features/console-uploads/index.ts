export { UploadScreen } from './upload-screen.tsx';
