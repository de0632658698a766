import type { Meta } from './api';

/** Electors of the places whose last polls close at one moment. */
export interface Closing {
  ms: number;
  electors: number;
  places: string[];
}

/** Poll closings in order of time, those of one moment together. */
export function closingsOf(meta: Meta): Closing[] {
  const closings = new Map<number, Closing>();
  for (const { jurisdiction, lastMs: ms } of meta.closings) {
    const one = closings.get(ms) ?? { ms, electors: 0, places: [] };
    one.places.push(jurisdiction);
    one.electors += meta.units.filter((u) => u.jurisdiction === jurisdiction).reduce((sum, u) => sum + u.electors, 0);
    closings.set(ms, one);
  }
  return [...closings.values()].sort((a, b) => a.ms - b.ms);
}
