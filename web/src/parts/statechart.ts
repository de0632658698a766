import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Entry } from '../model/api';
import { brief, clock, day, effective, given } from '../model/moments';
import type { Scene } from '../model/scene';
import { number, say } from '../words/words';
import { jurisdictionName, window_ } from './reading';
import { leadChart, leadOf, type Lead } from './tallychart';

const ROW = 14;
const HEIGHT = 112;
const RIGHT = 5;
const DAY = 86_400_000;

/** Kinds of fact that have a line of their own: the line's word, the kinds on it, and whether its marks are filled. */
const LINES: [string, string[], boolean][] = [
  ['called', ['call', 'call-withdrawn'], false],
  ['certified', ['certification'], true],
  ['ascertained', ['ascertainment'], true],
  ['voted', ['elector-votes'], true],
  ['counted', ['counted', 'objection'], true],
];

/** The time axis of a place's chart: the night while the page shows it, else from the beginning to the moment. */
export interface Axis {
  from: number;
  to: number;
  left: number;
  wide: number;
}

export function axisOf(scene: Scene, wide: number): Axis {
  const left = Math.min(124, wide * 0.34);
  if (scene.zoom === 'night') {
    const { start, end } = window_(scene);
    return { from: start, to: Math.min(end, Math.max(scene.ms, start + DAY / 24)), left, wide };
  }
  const from = scene.start;
  const least = from + (scene.live ? DAY / 24 : 3 * DAY);
  return { from, to: Math.max(least, Math.min(scene.ms, scene.end) + (scene.ms - from) * 0.02), left, wide };
}

export const placeOn = ({ from, to, left, wide }: Axis, ms: number) =>
  left + ((Math.min(Math.max(ms, from), to) - from) / (to - from)) * (wide - left - RIGHT);

export const momentOn = ({ from, to, left, wide }: Axis, px: number) =>
  from + ((Math.min(Math.max(px, left), wide - RIGHT) - left) / (wide - left - RIGHT)) * (to - from);

export function leadIn(scene: Scene, id: string): Lead {
  const persons = scene.story!.tickets.map((t) =>
    scene.story!.candidates.indexOf(scene.meta!.tickets.find((m) => m.id === t)?.president ?? ''),
  );
  return leadOf(scene.story!, scene.sides!, persons, id, scene.ms);
}

/**
 * A place over time: its lead, and on a line each what newsrooms, canvassers, governors, electors and Congress said.
 */
export function stateChart(scene: Scene, id: string, facts: Entry[], axis: Axis, peek?: number): TemplateResult {
  const lead = leadIn(scene, id);
  const { left, wide, from, to } = axis;
  const x = (ms: number) => placeOn(axis, ms);
  const high = lead.points.length ? HEIGHT : 0;
  const [first, second] = scene.sides!.order;
  let y = high + 18;
  const lines: TemplateResult[] = high ? [svg`<path class="hairline" d="M0 ${y - 9}H${wide}"></path>`] : [];
  for (const [key, kinds, filled] of LINES) {
    const here = facts.filter((f) => kinds.includes(f.fact) && String(f.unit ?? f.jurisdiction).split('-')[0] === id);
    if (!here.length) continue;
    lines.push(dots(say(`row.${key}`), here, x, { y, wide, left, filled }));
    y += ROW;
  }
  const label = (ms: number) => (scene.zoom === 'night' ? clock(ms) : day(ms));
  return html`<svg class="juris" width=${wide} height=${y + 10} role="img" tabindex="0"
    aria-label=${say('juris.chart', { place: jurisdictionName(scene, id) })}>
    <path class="cursor" d="M${x(scene.ms)} 0V${y - 8}"></path>
    ${peek === undefined ? nothing : svg`<path class="peekline" d="M${x(peek)} 0V${high}"></path>`}
    ${leadChart(lead, {
      names: [scene.sides!.names[first] ?? '', scene.sides!.names[second] ?? ''],
      paints: [scene.sides!.paints[first], scene.sides!.paints[second]],
      x,
      left,
      width: wide - RIGHT,
      height: high,
      now: scene.ms,
    })}
    ${lines}
    <text class="m" x=${left} y=${y + 6}>${label(from)}</text>${
      lead.falls.length
        ? svg`<path class="correction" d="M4 ${y + 6}l-3 -6h6z"></path>
          <text class="m" x="10" y=${y + 6}>${say('chart.down')}</text>`
        : nothing
    }<text class="m" x=${wide - RIGHT} y=${y + 6} text-anchor="end">${label(to)}</text>
  </svg>`;
}

/** One kind of fact as marks on its line; marks that would touch share a label. */
function dots(
  name: string,
  facts: Entry[],
  x: (ms: number) => number,
  { y, wide: w, left, filled }: { y: number; wide: number; left: number; filled: boolean },
): TemplateResult {
  const groups: { x: number; labels: string[]; title: string[] }[] = [];
  for (const fact of facts.slice().sort((a, b) => effective(a.at) - effective(b.at))) {
    const place = x(effective(fact.at));
    const label = short(fact);
    const near = groups.at(-1);
    if (near && place - near.x < 9) {
      near.labels.push(label);
      near.title.push(given(fact.at));
    } else groups.push({ x: place, labels: [label], title: [given(fact.at, !!fact.about)] });
  }
  let taken = left - 2;
  return svg`<text class="s" x="0" y=${y + 3.5}>${name}</text>${groups.map((g, i) => {
    const different = g.labels.filter((l, n) => l && g.labels.indexOf(l) === n);
    const next = groups[i + 1]?.x ?? w + 6;
    const fits = (t: string) => [g.x + t.length * 5.5 + 10 < next, g.x - t.length * 5.5 - 10 > taken];
    const whole = different.join(', ');
    const text = fits(whole).some(Boolean) || different.length < 2 ? whole : `${different[0]} +${different.length - 1}`;
    const [atRight, atLeft] = fits(text);
    taken = atRight ? g.x + text.length * 5.5 + 10 : g.x + 5;
    return svg`<g><title>${`${whole} ${g.title[0]}`}</title>${
      atRight || atLeft
        ? svg`<text class="m" x=${g.x + (atRight ? 7 : -7)} y=${y + 3.5}
            text-anchor=${atRight ? 'start' : 'end'}>${text}</text>`
        : nothing
    }<rect class=${filled ? 'spot full' : 'spot'} x=${g.x - 3} y=${y - 3} width="6" height="6"></rect></g>`;
  })}`;
}

function short(fact: Entry): string {
  const moment = given(fact.at, !!fact.about);
  if (fact.fact === 'call') return `${String(fact.caller)} ${brief(effective(fact.at))}`;
  if (fact.fact === 'call-withdrawn') return say('chart.withdrawn', { caller: String(fact.caller) });
  if (fact.fact === 'objection') return say('objection');
  if (fact.fact !== 'certification') return fact.at.includes('/') ? moment : day(effective(fact.at));
  if (String(fact.unit).includes('-')) return '';
  const [a, b] = Object.values(fact.votes as Record<string, number>).sort((p, q) => q - p);
  return b === undefined ? day(effective(fact.at)) : `${number(a - b)}, ${day(effective(fact.at))}`;
}
