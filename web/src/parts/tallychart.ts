import { svg, type TemplateResult } from 'lit';
import type { Story } from '../model/api';
import type { Sides } from '../model/people';
import { brief } from '../model/moments';
import { number, say } from '../words/words';

/** Moment, lead of the first candidate over the second, and votes counted by then. */
export type Point = [number, number, number];
/** When a count went down, and by how many votes in all. */
export interface Fall {
  ms: number;
  by: number;
}
export interface Lead {
  points: Point[];
  falls: Fall[];
}

/** The lead of the first candidate over the second by the tally of one unit, and where a count went down. */
export function leadOf(story: Story, sides: Sides, tickets: number[], unit: string, until: number): Lead {
  const place = story.units.indexOf(unit);
  const [left, right] = [sides.order[0], sides.order[1]].map((c) => tickets.indexOf(c));
  const points: Point[] = [];
  const falls: Fall[] = [];
  let before: number[] | undefined;
  for (const [ms, , where, votes] of story.changes) {
    if (ms > until) break;
    if (where !== place || !votes) continue;
    const now = votes.reduce((a, b) => a + Math.max(b, 0), 0);
    points.push([ms, Math.max(votes[left] ?? 0, 0) - Math.max(votes[right] ?? 0, 0), now]);
    const by = before ? votes.reduce((sum, n, i) => sum + (n >= 0 ? Math.max(0, before![i] - n) : 0), 0) : 0;
    if (by) falls.push({ ms, by });
    before = votes;
  }
  return { points, falls };
}

const cut = (name: string) => (name.length > 12 ? `${name.slice(0, 11)}…` : name);

const nice = (n: number) => {
  const p = 10 ** Math.floor(Math.log10(n));
  return [8, 6, 5, 4, 3, 2, 1].map((m) => m * p).find((m) => m <= n) ?? p;
};

export interface Drawn {
  names: string[];
  paints: string[];
  x: (ms: number) => number;
  left: number;
  width: number;
  height: number;
  now: number;
}

/** A lead in words: whose, and by how many votes. */
export const leadTold = (names: string[], lead: number): string =>
  lead ? say('chart.lead', { who: cut(names[lead > 0 ? 0 : 1]), n: Math.abs(lead) }) : say('even');

/** Draws the lead between the two candidates' sides, to its extremes, with the greatest lead of each written in. */
export function leadChart(lead: Lead, at: Drawn): TemplateResult {
  const { points, falls } = lead;
  if (!points.length) return svg``;
  const { names, paints, x, left, width, height, now } = at;
  const limit = Math.max(...points.map((p) => Math.abs(p[1])), 10) * 1.12;
  // Room for a figure above the highest point and below the lowest.
  const top = 15;
  const bottom = height - 24;
  const y = (v: number) => bottom - ((v + limit) / (2 * limit)) * (bottom - top);
  const step = nice(limit * 0.72);
  let d = '';
  for (const [ms, v] of points)
    d += d ? `H${x(ms).toFixed(1)}V${y(v).toFixed(1)}` : `M${x(ms).toFixed(1)} ${y(v).toFixed(1)}`;
  d += `H${x(now).toFixed(1)}`;
  const grid: [number, string, string][] = [
    [step, `${cut(names[0])} +${number(step)}`, `${paints[0]}-ink s`],
    [0, say('even'), 'm'],
    [-step, `${cut(names[1])} +${number(step)}`, `${paints[1]}-ink s`],
  ];
  const last = points[points.length - 1];
  // The latest lead, and each side's greatest where it is another by more than a third of the height.
  const extremes = [points.reduce((a, b) => (b[1] > a[1] ? b : a)), points.reduce((a, b) => (b[1] < a[1] ? b : a))];
  const told = extremes.filter(([, v]) => Math.abs(v) > limit * 0.3 && Math.abs(v - last[1]) > limit * 0.35);
  return svg`
    ${grid.map(
      ([v, text, cls]) => svg`<path class=${v ? 'hairline' : 'zero'} d="M${left} ${y(v)}H${width}"></path>
        <text class=${cls} x=${left - 7} y=${y(v) + 3.5} text-anchor="end">${text}</text>`,
    )}
    <path class="lead" d=${d}></path>
    ${marksOf(falls, x).map(
      ({ ms, n, by }) => svg`<path class="correction" d="M${x(ms)} ${height - 2}l-3 -6h6z">
        <title>${say('chart.correction', { n, by, moment: brief(ms) })}</title></path>`,
    )}
    ${told.map(([ms, v]) => note(`${leadTold(names, v)}, ${brief(ms)}`, x(ms), y(v), v, at))}
    ${note(leadTold(names, last[1]), x(now), y(last[1]), last[1], at)}`;

  function note(text: string, px: number, py: number, v: number, { left, width, height }: Drawn) {
    const wide = text.length * 5.7;
    // Beside its point if there is room to the right, else as far to the left as it has to go.
    const at = Math.max(left, Math.min(px + 5, width - wide));
    // Clear of the line that marks the moment.
    const moment = x(now);
    const ends = at < moment && at + wide > moment - 5 && moment - 5 - wide >= left;
    const below = v < 0 && py + 13 <= height - 14;
    const line = Math.max(10, below ? py + 13 : py - 6);
    return svg`<text class="s" x=${ends ? moment - 5 : at} y=${line}
      text-anchor=${ends ? 'end' : 'start'}>${text}</text>`;
  }
}

/** Falls that would be drawn over one another are one mark, with how many they are. */
function marksOf(falls: Fall[], x: (ms: number) => number): { ms: number; n: number; by: number }[] {
  const marks: { ms: number; n: number; by: number }[] = [];
  for (const { ms, by } of falls) {
    const near = marks.at(-1);
    if (near && x(ms) - x(near.ms) < 7) {
      near.n++;
      near.by += by;
    } else marks.push({ ms, n: 1, by });
  }
  return marks;
}
