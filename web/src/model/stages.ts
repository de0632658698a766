/**
 * Whose word a stage is shows in its fill: a lead in the tallies is a tint without a line, newsrooms' calls have one,
 * the states' word is hatched, electors' and Congress's solid.
 */
export type Fill = 'ahead' | 'outline' | 'hatch' | 'solid';

export const RUNGS = ['reported', 'called', 'certified', 'ascertained', 'voted', 'counted', 'declared'] as const;

/** Places of some of them: what is told of a stage differs by whose word it is. */
export const REPORTED = 0;
export const CALLED = 1;
export const CERTIFIED = 2;
export const VOTED = 4;

export const fillOf = (stage: number): Fill =>
  stage >= VOTED ? 'solid' : stage >= CERTIFIED ? 'hatch' : stage === CALLED ? 'outline' : 'ahead';

/** Class of a shape: candidate and fill, drawn by the stylesheet, so that no colour stands in code. */
export const inked = (paint: string, fill: Fill) => `p ${paint}-${fill}`;
