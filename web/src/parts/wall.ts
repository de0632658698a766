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
  popular?: { first: number; second: number; ofNamed: boolean };
}

export function small(summary: Summary): Small {
  const most: Record<string, number> = {};
  for (const rung of summary.ladder)
    for (const [c, n] of Object.entries(rung.electors ?? {}))
      most[c] = (most[c] ?? 0) + n * (rung.stage === 'declared' ? 10 : 1);
  const order = Object.keys(most).sort((a, b) => most[b] - most[a]);
  if (order.length > 1 && swaps(summary, order)) [order[0], order[1]] = [order[1], order[0]];
  const paints = Object.fromEntries(order.map((c, i) => [c, i === 0 ? 'b' : i === 1 ? 'r' : `c${2 + ((i - 2) % 10)}`]));
  const names = Object.fromEntries(summary.candidates.map((c) => [c.id, shortName(c)]));
  const rungs = RUNGS.map((stage) => summary.ladder.find((r) => r.stage === stage)?.electors ?? {});
  const top = rungs.findLastIndex((r) => Object.values(r).some((n) => n > 0));
  const electors = rungs[top] ?? {};
  const share = Math.max(0, ...Object.values(electors)) / (summary.electors.entitled || 1);
  const president = summary.outcome?.president.candidate;
  const popular = popularOf(summary, order);
  return { summary, order, paints, names, stage: RUNGS[top] ?? '', electors, share, president, popular };
}

/** Whether the second of two belongs at the left: a Democrat always, else who comes first in the record. */
function swaps(summary: Summary, [a, b]: string[]): boolean {
  const party = (c: string) => summary.candidates.find((p) => p.id === c)?.party;
  const place = (c: string) => summary.candidates.findIndex((p) => p.id === c);
  if (party(b) === 'Democratic') return true;
  if (party(a) === 'Republican' && party(b) !== 'Republican') return true;
  return party(b) !== 'Republican' && party(a) !== 'Democratic' && place(b) < place(a);
}

function popularOf(summary: Summary, [first, second]: string[]): Small['popular'] {
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
  return {
    first: share(of(first)),
    second: share(of(second)),
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
