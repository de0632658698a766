import { nothing, svg, type TemplateResult } from 'lit';
import type { Scene } from '../model/scene';
import { RUNGS } from '../model/stages';
import { say } from '../words/words';

export interface Addend {
  jurisdiction: string;
  n: number;
  ms: number;
  entry: number;
  implied: boolean;
  to: number;
}

/** What a rung's figure is the sum of, in the order in which it came together. */
export function addends(scene: Scene, rung: string, candidate: string): Addend[] {
  const { story, ms } = scene;
  const place = RUNGS.indexOf(rung as (typeof RUNGS)[number]),
    who = story!.candidates.indexOf(candidate);
  if (place < 0 || place > 5 || who < 0) return [];
  const last = new Map<string, Omit<Addend, 'to'>>();
  for (const [at, entry, unit, , , rungs] of story!.changes) {
    if (at > ms) break;
    const figures = rungs && rungs[String(place)];
    if (unit < 0 || !figures) continue;
    const jurisdiction = story!.units[unit].split('-')[0];
    if (last.get(jurisdiction)?.n === figures[who]) continue;
    // A jurisdiction that gained and lost stands where it gained last.
    last.delete(jurisdiction);
    last.set(jurisdiction, {
      jurisdiction,
      n: figures[who],
      ms: at,
      entry,
      implied: place < 4 && Object.keys(rungs).some((r) => Number(r) > place && Number(r) >= 4),
    });
  }
  let to = 0;
  return [...last.values()]
    .filter((a) => a.n > 0)
    .sort((a, b) => a.ms - b.ms || a.entry - b.entry)
    .map((a) => ({ ...a, to: (to += a.n) }));
}

/** The sum itself: one piece an entry against the line of the majority. */
export function sumBar(
  parts: Addend[],
  paint: string,
  majority: number,
  width: number,
): TemplateResult | typeof nothing {
  const total = parts.at(-1)?.to;
  if (!total) return nothing;
  const k = width / Math.max(total, majority * 1.02),
    line = majority * k;
  // A name keeps to the wider side of the line.
  const middle = ({ n, to }: Addend) =>
    to <= majority || to - n >= majority
      ? to - n / 2
      : to - majority > n / 2
        ? (majority + to) / 2
        : (to - n + majority) / 2;
  return svg`<svg class="sum" width=${width} height="34" role="img" aria-label=${say('sum', {
    n: parts.length,
    total,
  })}>
    ${parts.map(
      (p) => svg`<rect class="${paint}-solid" x=${(p.to - p.n) * k} y="16" width=${Math.max(
        p.n * k - 1,
        0.6,
      )} height="15"></rect>
      ${
        p.n * k > 22
          ? svg`<text class="${paint}-on t" x=${middle(p) * k} y="27" text-anchor="middle">${p.jurisdiction}</text>`
          : nothing
      }`,
    )}
    <path class="keyline" d="M${line} 16v15"></path><path class="line" d="M${line} 11v23"></path>
    <text class="t" x=${line} y="9" text-anchor=${
      Math.abs(total - majority) * k < 30 ? 'end' : 'middle'
    }>${majority}</text>
    ${
      Math.abs(total - majority) * k < 14
        ? nothing
        : svg`<text class="t" x=${total * k} y="9" text-anchor="end">${total}</text>`
    }
  </svg>`;
}
