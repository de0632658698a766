/**
 * Whose word a stage is shows in its fill: newsrooms' in outline, the states' hatched, electors' and Congress's
 * solid.
 */
export type Fill = 'outline' | 'hatch' | 'solid';

export const RUNGS = ['reported', 'called', 'certified', 'ascertained', 'voted', 'counted', 'declared'] as const;

export const fillOf = (stage: number): Fill => (stage >= 4 ? 'solid' : stage >= 2 ? 'hatch' : 'outline');

/** Class of a shape: candidate and fill, drawn by the stylesheet, so that no colour stands in code. */
export const inked = (paint: string, fill: Fill) => `p ${paint}-${fill}`;
