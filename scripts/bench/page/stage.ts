import type { Browser } from 'playwright-core';
import { readEnvironment } from '../../../server/env.ts';
import { launchChromium } from '../../../tests/support/chromium.ts';
import { startDemoProduct } from '../../../tests/support/running-product.ts';
import { startBarePage } from './bare-page.ts';

/** What the measurements of the page work on: the product with the demo city, a bare map page, a browser. */
export interface PageStage {
  readonly browser: Browser;
  /** Without a slash at the end. */
  readonly productUrl: string;
  readonly bareUrl: string;
  /** A place inside the demo city as it stands in an address: `lon,lat`. */
  readonly place: string;
}

const PLACE = '116.8531,-1.2456';

/** Puts the stage up, runs `act` on it, takes it down again. PRODUCT_URL names a product that runs already. */
export async function withPageStage<T>(act: (stage: PageStage) => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  const { PRODUCT_URL, DATABASE_URL } = environment.value;
  const product =
    PRODUCT_URL === undefined
      ? // As it is run for people: without its own address its pages cannot name themselves to a search engine.
        await startDemoProduct(DATABASE_URL, { PUBLIC_URL: 'http://peta.example' })
      : { address: PRODUCT_URL.replace(/\/$/, ''), stop: async () => {} };
  const browser = await launchChromium();
  try {
    const [lon, lat] = PLACE.split(',').map(Number) as [number, number];
    const zones = await zonesInForce(product.address);
    const bare = await startBarePage({ productUrl: product.address, ...zones, centre: [lon, lat], zoom: 15 });
    try {
      return await act({ browser, productUrl: product.address, bareUrl: bare.url, place: PLACE });
    } finally {
      await bare.stop();
    }
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function zonesInForce(productUrl: string): Promise<{ layerId: string; versionId: string }> {
  const legend = (await (await fetch(`${productUrl}/api/v1/legend`)).json()) as {
    layers: { kind: string; layerId: string; versionId: string }[];
  };
  const zones = legend.layers.find((layer) => layer.kind === 'zones');
  if (zones === undefined) throw new Error('the product has no zones in force');
  return { layerId: zones.layerId, versionId: zones.versionId };
}
