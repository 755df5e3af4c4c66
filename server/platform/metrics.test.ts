import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('cumulates the buckets as Prometheus reads them', () => {
  const metrics = createMetrics();
  metrics.observeRequest('GET', '/lokasi/:place', 200, 3);
  metrics.observeRequest('GET', '/lokasi/:place', 200, 7000);
  const text = metrics.render();
  const labels = 'method="GET",route="/lokasi/:place",status="200"';
  expect(text).toContain(`http_request_duration_seconds_bucket{${labels},le="0.0025"} 0\n`);
  expect(text).toContain(`http_request_duration_seconds_bucket{${labels},le="0.005"} 1\n`);
  expect(text).toContain(`http_request_duration_seconds_bucket{${labels},le="5"} 1\n`);
  expect(text).toContain(`http_request_duration_seconds_bucket{${labels},le="+Inf"} 2\n`);
  expect(text).toContain(`http_request_duration_seconds_count{${labels}} 2\n`);
  expect(text).toMatch(/process_resident_memory_bytes \d+\n/);
});
