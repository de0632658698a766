import { nothing, svg, type TemplateResult } from 'lit';
import type { Majority } from '../model/api';
import type { Sides } from '../model/people';
import { fillOf, inked } from '../model/stages';

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
  const top = 4,
    tall = h - 8,
    k = tall / s.whole,
    fill = fillOf(s.stage);
  const seen = Math.min(Math.max(s.now, start), end);

  const area = (c: number | undefined, above: boolean, from: number, to: number, later: boolean) => {
    if (c === undefined || from >= to) return nothing;
    const level = (n: number) => (above ? top + n * k : top + tall - n * k).toFixed(2);
    let n = 0,
      last = -1,
      d = '';
    for (const [ms, electors] of s.steps) {
      if (ms > to) break;
      if (ms <= from) {
        n = electors[c];
        continue;
      }
      if (!d) d = `M${x(from).toFixed(1)} ${above ? top : top + tall}V${level(n)}`;
      const at = x(ms);
      // Steps closer than a third of a pixel would be drawn over one another.
      if (at - last > 0.33) {
        d += `H${at.toFixed(1)}`;
        last = at;
      }
      d += `V${level(electors[c])}`;
      n = electors[c];
    }
    if (!d) {
      if (!n) return nothing;
      d = `M${x(from).toFixed(1)} ${above ? top : top + tall}V${level(n)}`;
    }
    d += `H${x(to).toFixed(1)}V${above ? top : top + tall}Z`;
    return svg`<path class="${inked(s.sides.paints[c], fill)} ${later ? 'later' : ''}" d=${d}></path>`;
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
    ${area(left, false, start, seen, false)}${area(right, true, start, seen, false)}
    ${s.future ? [area(left, false, seen, end, true), area(right, true, seen, end, true)] : nothing}
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
