// Clusters as one run. Every run has the same fields from the start: engines are quick with objects that are alike.
import type { Cluster, ShapedRun } from './shape.types.ts';

export const shapedRun = (clusters: Cluster[], advance: number, whole: boolean): ShapedRun => ({
  advance,
  clusters,
  whole,
  start: undefined,
  end: undefined,
  edges: undefined,
  pieces: undefined,
  stretches: undefined,
  codes: undefined,
});

export const advanceOf = (clusters: readonly Cluster[]): number => clusters.reduce((sum, { advance }) => sum + advance, 0);
