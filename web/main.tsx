import { hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import type { PageData } from './app/page-data.ts';
import './ui/styles/index.css';

const root = document.getElementById('app');
const written = document.getElementById('page-data')?.textContent;
if (root !== null && written) {
  const data = JSON.parse(written) as PageData;
  const url = window.location.pathname + window.location.search;
  hydrateRoot(root, <App url={url} data={data} />);
}
