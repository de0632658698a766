import { svg, type TemplateResult } from 'lit';
import type { Entry } from '../model/api';
import { entries, once } from '../model/asking';
import { effective } from '../model/moments';
import type { Sides } from '../model/people';
import type { Scene } from '../model/scene';
import { fillOf, inked, VOTED } from '../model/stages';
import { say } from '../words/words';
import { jurisdictionName } from './reading';

const COUNTED = 5;

/** One of two answers that stand beside each other on a rung. */
export interface Tine {
  electors: number[];
  /** Electors that this answer leaves out, by candidate; none where the answers differ in whose they are. */
  without: number[];
  base: number;
  majority: number;
  /** What the answer rests on, in words. */
  told: string;
}

const none = (scene: Scene) => scene.story!.candidates.map(() => 0);

/** The two answers of a rung: counted with or without a state, or voted by rival electors; else nothing. */
export function forkOf(scene: Scene, rung: number, electors: number[]): Tine[] | undefined {
  if (rung >= COUNTED) return eitherWay(scene, electors);
  return rung === VOTED ? rivals(scene, electors) : undefined;
}

/** Congress counted "with or without" a state: its electors stand in one answer and not in the other. */
function eitherWay(scene: Scene, electors: number[]): Tine[] | undefined {
  const bases = scene.standing?.electors.alternatives ?? [];
  const disputed = scene.standing?.units.find((u) => u.count?.result === 'either-way');
  if (bases.length !== 2 || !disputed || electors.every((n) => !n)) return undefined;
  const votes = disputed.count?.president ?? {};
  const without = scene.story!.candidates.map((c) => votes[c] ?? 0);
  const place = jurisdictionName(scene, disputed.jurisdiction);
  const [more, fewer] = bases.slice().sort((a, b) => b.base - a.base);
  return [
    { ...more, electors, without: none(scene), told: say('fork.with', { place }) },
    {
      ...fewer,
      electors: electors.map((n, c) => n - without[c]),
      without,
      told: say('fork.without', { place }),
    },
  ];
}

/** Places and what is counted of them in the alternative, for a headline. */
export function countedEitherWay(scene: Scene): { place: string; n: number; votes: number[] } | undefined {
  const disputed = scene.standing?.units.find((u) => u.count?.result === 'either-way');
  if (!disputed) return undefined;
  const votes = scene.story!.candidates.map((c) => disputed.count?.president?.[c] ?? 0);
  return { place: jurisdictionName(scene, disputed.jurisdiction), n: votes.reduce((a, b) => a + b, 0), votes };
}

interface Return {
  unit: string;
  slate: string;
  ms: number;
  votes: Record<string, number>;
}
const returnsOf = new Map<string, Return[]>();

/** Returns of electors' votes that name a slate: only where two sets of electors met. */
function slates(scene: Scene): Return[] {
  const { election } = scene;
  if (!returnsOf.has(election)) {
    returnsOf.set(election, []);
    void once(`${election} slates`, () => entries(election, { fact: 'elector-votes' })).then(
      (found) => {
        returnsOf.set(election, found.entries.filter((e) => e.fact === 'elector-votes' && e.slate).map(asReturn));
        if (returnsOf.get(election)!.length) scene.changed();
      },
      () => undefined,
    );
  }
  return returnsOf.get(election)!;
}

const asReturn = (entry: Entry): Return => ({
  unit: String(entry.jurisdiction),
  slate: String(entry.slate),
  ms: effective(entry.at),
  votes: entry.president as Record<string, number>,
});

/** By place, the returns of two sets of electors of which neither is taken yet. */
function undecided(scene: Scene): Map<string, Return[]> {
  const { telling, story, ms } = scene;
  const found = new Map<string, Return[]>();
  // From 1888 on the act of 1887 decides between returns.
  if (scene.meta!.year >= 1888) return found;
  const moment = telling!.at(ms);
  for (const one of slates(scene)) {
    const place = story!.jurisdictions.indexOf(one.unit);
    if (one.ms > ms || place < 0 || telling!.of(moment, VOTED, place).some((n) => n > 0)) continue;
    found.set(one.unit, [...(found.get(one.unit) ?? []), one]);
  }
  for (const [unit, all] of found) if (all.length < 2) found.delete(unit);
  return found;
}

/** Whether the electors of a place voted, though nobody has decided yet which of its returns counts. */
export const isUndecided = (scene: Scene, place: string): boolean => undecided(scene).has(place);

/** Two sets of electors voted and neither is taken: each rail's best answer. */
function rivals(scene: Scene, electors: number[]): Tine[] | undefined {
  const { story, sides } = scene;
  if (sides!.order.length < 2 || electors.every((n) => !n)) return undefined;
  const open = undecided(scene);
  const several = [...open.values()];
  if (!several.length) return undefined;
  const [left, right] = sides!.order.map((c) => story!.candidates[c]);
  const best = (who: string, other: string) =>
    several.map((all) =>
      all.reduce((a, b) =>
        (b.votes[who] ?? 0) - (b.votes[other] ?? 0) > (a.votes[who] ?? 0) - (a.votes[other] ?? 0) ? b : a,
      ),
    );
  const { base = story!.entitled, majority = story!.majority } = scene.standing?.electors ?? {};
  const places = [...open.keys()].join(', ');
  return [best(left, right), best(right, left)].map((taken, i) => ({
    electors: electors.map((n, c) => taken.reduce((sum, r) => sum + (r.votes[story!.candidates[c]] ?? 0), n)),
    without: none(scene),
    base,
    majority,
    told: say('fork.rival', { places, who: sides!.names[sides!.order[i]] }),
  }));
}

interface Forked {
  tines: Tine[];
  sides: Sides;
  whole: number;
  stage: number;
  top: boolean;
  width: number;
  height: number;
  narrow: boolean;
}

/** Two answers as one bar with two ends: each tine has its own rails, and the line of the majority steps between. */
export function forkedBar({ tines, sides, whole, stage, top, width, height, narrow }: Forked): TemplateResult {
  const k = width / whole;
  const [left, right, ...others] = sides.order;
  const tall = narrow ? 13 : 19;
  const edge = (height - 2 * tall) / 2;
  const fill = fillOf(stage);
  const piece = (c: number, x: number, n: number, y: number) =>
    n > 0
      ? svg`<rect class="${inked(sides.paints[c], fill)} tine" x=${x} y=${y} width=${n * k} height=${tall}></rect>`
      : svg``;
  const figure = (c: number, n: number, x: number, y: number, end: boolean, big: boolean) =>
    n
      ? svg`<text class="n ${big && top ? 'top' : ''} ${fill === 'solid' ? `${sides.paints[c]}-on` : ''}" x=${x}
          y=${y + (big ? 5 : 4.3)} text-anchor=${end ? 'end' : 'start'}>${n}</text>`
      : svg``;
  const lines = tines.map((t) => (t.without[left] + t.majority) * k);
  const bars = tines.map(({ electors, without }, i) => {
    const y = edge + i * tall;
    const from = without[left] * k;
    const to = width - (right === undefined ? 0 : without[right]) * k;
    let x = to - (right === undefined ? 0 : electors[right]) * k;
    const between = others.map((c) => {
      x -= electors[c] * k;
      return piece(c, x, electors[c], y);
    });
    const gone = without[left] || (right === undefined ? 0 : without[right]);
    const rail = `M${from} ${i ? y : 0}V${i ? height : y + tall}M${to} ${i ? y : 0}V${i ? height : y + tall}`;
    return svg`${piece(left, from, electors[left], y)}
      ${right === undefined ? svg`` : piece(right, to - electors[right] * k, electors[right], y)}${between}
      ${
        gone
          ? svg`<text class="n gone" x=${without[left] ? from - 5 : to + 5} y=${y + tall / 2 + 4}
              text-anchor=${without[left] ? 'end' : 'start'}>${gone}</text>`
          : svg``
      }
      <path class="rails" d=${rail}></path>`;
  });
  const figures = [left, right].flatMap((c, side) => {
    if (c === undefined) return [];
    const same = tines.every((t) => t.electors[c] === tines[0].electors[c]);
    const x = (t: Tine) => (side ? width - t.without[c] * k - 8 : t.without[c] * k + 8);
    return same
      ? [figure(c, tines[0].electors[c], x(tines[0]), height / 2, !!side, true)]
      : tines.map((t, i) => figure(c, t.electors[c], x(t), edge + i * tall + tall / 2, !!side, false));
  });
  const step = `M${lines[0]} 0V${height / 2}H${lines[1]}V${height}`;
  return svg`<svg class="forked" width=${width} height=${height} aria-hidden="true">${bars}
    <path class="keyline step" d=${step}></path><path class="line step" d=${step}></path>${figures}</svg>`;
}

/** The two answers of a candidate in words: "80 or 71"; one number where they agree. */
export const either = (tines: Tine[], c: number): string | number => {
  const [a, b] = tines.map((t) => t.electors[c]);
  return a === b ? a : say('fork.or', { a, b });
};
