import { performance } from 'node:perf_hooks';
import { build } from 'hdr-histogram-js';

/** How long each of so many takes, one after the other, in milliseconds. @param work of its number */
export const latencyOf = async (times, work) => {
  const latencies = latencyHistogram();
  for (let n = 0; n < times; n += 1) {
    const started = performance.now();
    await work(n);
    latencies.record(performance.now() - started);
  }
  return latencies.summary();
};

/** Takes milliseconds and gives percentiles of them. */
export const latencyHistogram = () => {
  const histogram = build();
  const percentile = (percent) => histogram.getValueAtPercentile(percent) / 1_000;
  return {
    record: (milliseconds) => histogram.recordValue(Math.max(1, Math.round(milliseconds * 1_000))),
    summary: () => ({ p50: percentile(50), p95: percentile(95), p99: percentile(99), max: histogram.maxValue / 1_000 }),
  };
};
