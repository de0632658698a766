import { nothing, svg, type TemplateResult } from 'lit';
import type { Majority } from '../model/api';
import type { Sides } from '../model/people';
import { fillOf, inked } from '../model/stages';

/** Free above and below the area, in pixels. */
const TOP = 4;

export interface Stripped {
  steps: [number, number[]][];
  sides: Sides;
  whole: number;
  stage: number;
  /** The majority that stands on this rung, and the one on the rung above, whenever it came. */
  standing?: Majority;
  above?: Majority;
  undone: Majority[];
  first: boolean;
  now: number;
  start: number;
  end: number;
  width: number;
  height: number;
  leftId?: string;
  /** The moment at which the strip is read off. */
  peek?: number;
  /** Whether what came after the moment may be drawn: not while it was not known. */
  future: boolean;
}

/** A rung drawn again over time: the first candidate from below, the second from above; after the moment, pale. */
export function strip(s: Stripped): TemplateResult {
  const { width: w, height: h, start, end } = s;
  const x = (ms: number) => ((Math.min(Math.max(ms, start), end) - start) / (end - start)) * w;
  const top = TOP,
    tall = h - 2 * TOP,
    fill = fillOf(s.stage);
  const seen = Math.min(Math.max(s.now, start), end);

  const area = (c: number | undefined, above: boolean, later: boolean) => {
    const d = c === undefined ? '' : outline(s, c, above);
    return d ? svg`<path class="${inked(s.sides.paints[c!], fill)} ${later ? 'later' : ''}" d=${d}></path>` : nothing;
  };
  const [left, right] = s.sides.order;
  const within = (ms?: number) => ms !== undefined && ms >= start && ms <= end;
  const told = (m?: Majority) => (m && (s.future || m.sinceMs <= s.now) ? m.sinceMs : undefined);
  const cross = told(s.standing),
    next = told(s.above);
  const pale = (ms?: number) => (ms !== undefined && ms > s.now ? ' f' : '');
  const half = h / 2;

  return svg`<svg class="strip" width=${w} height=${h} aria-hidden="true">
    <path class="middle" d="M0 ${half}H${w}"></path>
    <svg width=${x(seen)} height=${h}>${area(left, false, false)}${area(right, true, false)}</svg>
    ${
      s.future && seen < end
        ? svg`<svg x=${x(seen)} width=${w - x(seen)} height=${h} viewBox="${x(seen)} 0 ${w - x(seen)} ${h}">
            ${area(left, false, true)}${area(right, true, true)}</svg>`
        : nothing
    }
    ${
      !within(cross) || s.first
        ? nothing
        : svg`<path class="stair${pale(cross)}" d="M${x(cross!)} ${h}V${half}"></path>`
    }
    ${
      cross === undefined || next === undefined || (!within(cross) && !within(next))
        ? nothing
        : svg`<path class="stair${pale(next)}" d="M${x(cross)} ${half}V0H${x(next)}"></path>`
    }
    ${within(s.peek) ? svg`<path class="peekline" d="M${x(s.peek!)} 0V${h}"></path>` : nothing}
    ${s.now >= start && s.now <= end ? svg`<path class="cursor" d="M${x(s.now)} 0V${h}"></path>` : nothing}
    ${s.undone
      .filter((m) => within(m.sinceMs) && m.sinceMs <= s.now)
      .map((m) => {
        const a = x(m.sinceMs),
          b = x(Math.min(m.untilMs!, s.now)),
          y = m.candidate === s.leftId ? top + tall : top;
        const cross = `M${a - 3} ${y - 3}l6 6m0 -6l-6 6`;
        return svg`<path class="crossback" d="M${a} ${y}H${b}"></path><path class="crossed" d="M${a} ${y}H${b}"></path>
          <path class="crossback" d=${cross}></path><path class="crossed" d=${cross}></path>`;
      })}
    ${within(cross) ? svg`<circle class="dot${pale(cross)}" cx=${x(cross!)} cy=${half} r="4"></circle>` : nothing}
  </svg>`;
}

/** What was drawn of a rung's steps, by what else it depends on. */
const drawn = new WeakMap<Stripped['steps'], Map<string, string>>();

/** The area of one candidate over all the time shown: it is cut at the moment, and not drawn anew when that moves. */
function outline(s: Stripped, c: number, above: boolean): string {
  const { steps, width, height, start, end, whole } = s;
  const key = [c, above, width, height, start, end, whole, steps.length].join();
  const known = drawn.get(steps) ?? new Map<string, string>();
  drawn.set(steps, known);
  if (!known.has(key)) {
    // Of a window that moves along, only the newest is of use.
    if (known.size > 8) known.clear();
    known.set(key, path(s, c, above));
  }
  return known.get(key)!;
}

function path({ steps, width, height, start, end, whole }: Stripped, c: number, above: boolean): string {
  const tall = height - 2 * TOP;
  const foot = above ? TOP : TOP + tall;
  const x = (ms: number) => ((ms - start) / (end - start)) * width;
  const level = (n: number) => (above ? TOP + (n * tall) / whole : TOP + tall - (n * tall) / whole).toFixed(2);
  let n = 0,
    last = -1,
    d = '';
  for (const [ms, electors] of steps) {
    if (ms > end) break;
    if (ms <= start) {
      n = electors[c];
      continue;
    }
    if (!d) d = `M0 ${foot}V${level(n)}`;
    const at = x(ms);
    // Steps closer than a third of a pixel would be drawn over one another.
    if (at - last > 0.33) {
      d += `H${at.toFixed(1)}`;
      last = at;
    }
    d += `V${level(electors[c])}`;
    n = electors[c];
  }
  if (!d && !n) return '';
  return `${d || `M0 ${foot}V${level(n)}`}H${width.toFixed(1)}V${foot}Z`;
}
