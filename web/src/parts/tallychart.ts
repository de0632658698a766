import { nothing, svg, type TemplateResult } from 'lit';
import type { Story } from '../model/api';
import type { Sides } from '../model/people';
import { day } from '../model/moments';
import { number, say } from '../words/words';

/** Moment, lead, and votes counted by then. */
export type Point = [number, number, number];
export interface Lead {
  points: Point[];
  corrections: number[];
  total: number;
}

/** The lead of the first candidate over the second by the tally of one unit, and where a count went down. */
export function leadOf(story: Story, sides: Sides, tickets: number[], unit: string, until: number): Lead {
  const place = story.units.indexOf(unit);
  const [left, right] = [sides.order[0], sides.order[1]].map((c) => tickets.indexOf(c));
  const points: Point[] = [],
    corrections: number[] = [];
  let before: number[] | undefined,
    total = 0;
  for (const [ms, , where, votes] of story.changes) {
    if (ms > until) break;
    if (where !== place || !votes) continue;
    const now = votes.reduce((a, b) => a + Math.max(b, 0), 0);
    points.push([ms, Math.max(votes[left] ?? 0, 0) - Math.max(votes[right] ?? 0, 0), now]);
    if (before && votes.some((n, i) => n >= 0 && n < before![i])) corrections.push(ms);
    before = votes;
    total = now;
  }
  return { points, corrections, total };
}

const cut = (name: string) => (name.length > 12 ? `${name.slice(0, 11)}…` : name);

const nice = (n: number) => {
  const p = 10 ** Math.floor(Math.log10(n));
  return [5, 2, 1].map((m) => m * p).find((m) => m <= n) ?? p;
};

/** Draws the lead between the two candidates' sides; early counts that would flatten the rest run off the edge. */
export function leadChart(
  lead: Lead,
  names: string[],
  paints: string[],
  x: (ms: number) => number,
  left: number,
  width: number,
  height: number,
  now: number,
): TemplateResult {
  const { points } = lead;
  if (!points.length) return svg``;
  const late = points.filter((p) => p[2] >= lead.total * 0.985);
  const limit = Math.max(...late.map((p) => Math.abs(p[1])), 10) * 1.4;
  const top = 4,
    bottom = height - 4;
  const y = (v: number) => bottom - ((Math.max(-limit, Math.min(limit, v)) + limit) / (2 * limit)) * (bottom - top);
  const step = nice(limit * 0.72);
  let d = '';
  for (const [ms, v] of points)
    d += d ? `H${x(ms).toFixed(1)}V${y(v).toFixed(1)}` : `M${x(ms).toFixed(1)} ${y(v).toFixed(1)}`;
  d += `H${x(now).toFixed(1)}`;
  const last = points.at(-1)!;
  const flips = points.filter((p, i) => i && Math.sign(p[1]) !== Math.sign(points[i - 1][1]) && p[1] !== 0);
  const flip = flips.at(-1);
  const latest = say('chart.lead', { who: cut(names[last[1] >= 0 ? 0 : 1]), n: number(Math.abs(last[1])) });
  const side = last[1] >= 0 ? 1 : -1;
  const labelY = y(last[1]) + (side > 0 ? -6 : 13);
  return svg`
    ${(
      [
        [step, `${cut(names[0])} +${number(step)}`, `${paints[0]}-ink s`],
        [0, say('even'), 'm'],
        [-step, `${cut(names[1])} +${number(step)}`, `${paints[1]}-ink s`],
      ] as [number, string, string][]
    ).map(
      ([v, text, cls]) => svg`
      <path class=${v ? 'hairline' : 'zero'} d="M${left} ${y(v)}H${width}"></path>
        <text class=${cls} x=${left - 7} y=${y(v) + 3.5} text-anchor="end">${text}</text>`,
    )}
    <path class="lead" d=${d}></path>
    ${lead.corrections.map(
      (ms) =>
        svg`<path class="correction" d="M${x(ms)} ${bottom + 1}l-3 -6h6z"><title>${say('chart.correction', {
          day: day(ms),
        })}</title></path>`,
    )}
    <text class="s" x=${
      x(now) < left + 90 ? x(now) + 5 : x(now) - 4
    } y=${Math.max(10, Math.min(bottom, labelY))} text-anchor=${x(now) < left + 90 ? 'start' : 'end'}>${latest}</text>
    ${
      flip && flip !== points[0]
        ? svg`<text class="m" x=${Math.min(x(flip[0]) + 8, width - 110)} y=${y(-side * limit * 0.42)}>${say(
            'chart.passes',
            { day: day(flip[0]) },
          )}</text>`
        : nothing
    }`;
}
