import { monitorEventLoopDelay } from 'node:perf_hooks';

const bucketLimitsMs = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000] as const;

interface Series {
  readonly labels: string;
  count: number;
  sumMs: number;
  /** Requests per bucket, not cumulated; one more for those above the last limit. */
  readonly buckets: number[];
}

export interface Metrics {
  /** Counts one answered request. `route` is the pattern, never the path. */
  observeRequest(method: string, route: string, status: number, durationMs: number): void;
  /** All figures in the Prometheus text format 0.0.4. */
  render(): string;
}

/** Counts requests per route pattern and reads the process's own figures when asked. */
export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    observeRequest(method, route, status, durationMs) {
      const key = `method="${method}",route="${route}",status="${status}"`;
      let one = series.get(key);
      if (one === undefined) {
        one = {
          labels: key,
          count: 0,
          sumMs: 0,
          buckets: new Array<number>(bucketLimitsMs.length + 1).fill(0),
        };
        series.set(key, one);
      }
      one.count += 1;
      one.sumMs += durationMs;
      const index = bucketLimitsMs.findIndex((limit) => durationMs <= limit);
      const bucket = index === -1 ? bucketLimitsMs.length : index;
      one.buckets[bucket] = (one.buckets[bucket] ?? 0) + 1;
    },
    render() {
      const lines = ['# HELP http_request_duration_seconds Time to answer, per route pattern.'];
      lines.push('# TYPE http_request_duration_seconds histogram');
      for (const one of series.values()) lines.push(...renderSeries(one));
      lines.push(
        ...renderGauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
      );
      lines.push(...renderGauge('process_uptime_seconds', 'Age of the process.', process.uptime()));
      lines.push(
        ...renderGauge(
          'event_loop_delay_p99_seconds',
          'Delay of the event loop, 99th percentile.',
          delay.percentile(99) / 1e9,
        ),
      );
      return `${lines.join('\n')}\n`;
    },
  };
}

function renderSeries({ labels, count, sumMs, buckets }: Series): string[] {
  let cumulated = 0;
  const lines = bucketLimitsMs.map((limit, index) => {
    cumulated += buckets[index] ?? 0;
    return `http_request_duration_seconds_bucket{${labels},le="${limit / 1000}"} ${cumulated}`;
  });
  lines.push(`http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`);
  lines.push(`http_request_duration_seconds_sum{${labels}} ${(sumMs / 1000).toFixed(6)}`);
  lines.push(`http_request_duration_seconds_count{${labels}} ${count}`);
  return lines;
}

const renderGauge = (name: string, help: string, value: number): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  `${name} ${value}`,
];
