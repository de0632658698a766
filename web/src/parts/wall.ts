import type { Outcome, Summary } from '../model/api';
import { shortName } from '../model/people';
import { RUNGS } from '../model/stages';
import { say } from '../words/words';

/** An election as the wall shows it: who stands at which rail, how many electors each has, who became President. */
export interface Small {
  summary: Summary;
  order: string[];
  paints: Record<string, string>;
  names: Record<string, string>;
  /** The highest rung with electors, and its figures. */
  stage: string;
  electors: Record<string, number>;
  /** Electors of the foremost as a part of all. */
  share: number;
  president?: string;
  /** Votes of the two at the rails, in thousandths of all votes known; absent where there was no popular vote. */
  popular?: {
    first: number;
    second: number;
    ofNamed: boolean;
    /** Others with a tenth of the votes or more who have no elector: who had some and died, or won no state. */
    further: { name: string; share: number }[];
  };
}

/** In thousandths. */
const TENTH = 100;

export function small(summary: Summary): Small {
  const { order } = summary;
  const paints = Object.fromEntries(order.map((c, i) => [c, i === 0 ? 'b' : i === 1 ? 'r' : `c${2 + ((i - 2) % 10)}`]));
  const names = Object.fromEntries(summary.candidates.map((c) => [c.id, shortName(c)]));
  const rungs = RUNGS.map((stage) => summary.ladder.find((r) => r.stage === stage)?.electors ?? {});
  const top = rungs.findLastIndex((r) => Object.values(r).some((n) => n > 0));
  const electors = rungs[top] ?? {};
  const share = Math.max(0, ...Object.values(electors)) / (summary.electors.entitled || 1);
  const president = summary.outcome?.president.candidate;
  const popular = popularOf(summary, order, names, electors);
  return { summary, order, paints, names, stage: RUNGS[top] ?? '', electors, share, president, popular };
}

function popularOf(
  summary: Summary,
  [first, second]: string[],
  names: Record<string, string>,
  electors: Record<string, number>,
): Small['popular'] {
  const vote = summary.popularVote;
  if (!vote || first === undefined) return undefined;
  const of = (president?: string) =>
    summary.tickets
      .filter((t) => t.president === president)
      .reduce((sum, t) => sum + (typeof vote[t.id] === 'number' ? (vote[t.id] as number) : 0), 0);
  const named = summary.tickets.reduce(
    (sum, t) => sum + (typeof vote[t.id] === 'number' ? (vote[t.id] as number) : 0),
    0,
  );
  const others = typeof vote.other === 'number' ? vote.other : 0;
  const all = typeof vote.total === 'number' ? vote.total : named + others;
  if (!named || !all) return undefined;
  const share = (n: number) => (n * 1000) / all;
  const presidents = [...new Set(summary.tickets.map((t) => t.president))];
  return {
    first: share(of(first)),
    second: share(of(second)),
    further: presidents
      .filter((c) => c !== first && c !== second && !electors[c] && share(of(c)) >= TENTH)
      .map((c) => ({ name: names[c], share: share(of(c)) })),
    ofNamed: vote.shareOf === 'named' || (!others && vote.total === undefined),
  };
}

/** How it ended, where it did not end by the electors alone. */
export function ending({ summary, names }: Small): string {
  const outcome: Outcome | undefined = summary.outcome?.president;
  if (outcome?.verdict === 'determined' && outcome.by && outcome.by !== 'electors')
    return say(outcome.by === 'house' || outcome.by === 'senate' ? 'wall.chamber' : 'wall.by', {
      by: outcome.by === 'house' || outcome.by === 'senate' ? say(`chamber.${outcome.by}`) : outcome.by,
      who: names[outcome.candidate ?? ''] ?? outcome.candidate ?? '',
    });
  return outcome?.alternatives?.length ? say('wall.alternatives') : '';
}

export const isByElectorsAlone = ({ summary }: Small): boolean => {
  const outcome = summary.outcome?.president;
  return outcome?.by === 'electors' && !outcome.alternatives?.length;
};
