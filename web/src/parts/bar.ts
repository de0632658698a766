import { nothing, svg, type TemplateResult } from 'lit';
import type { Sides } from '../model/people';
import { fillOf, inked } from '../model/stages';

export interface Barred {
  electors: number[];
  sides: Sides;
  /** Width of the bar in electors; where each elector cast two votes, both. */
  whole: number;
  majority: number;
  stage: number;
  top: boolean;
  width: number;
  height: number;
  narrow: boolean;
  /** How many of the electors are there at the latest, because a higher stage implies it. */
  implied?: number[];
  /** In the gap: what nobody has. */
  gap?: string;
  /** Whether an empty rung is empty because the record has nothing of it. */
  lacking?: boolean;
  /** The same rung with everything known since, where that differs. */
  since?: number[];
}

/**
 * One rung: the first candidate from the left rail, the second from the right, further ones in between, nobody's as
 * the gap.
 */
export function bar({
  electors,
  sides,
  whole,
  majority,
  stage,
  top,
  width,
  height,
  narrow,
  implied,
  since,
  gap,
  lacking,
}: Barred): TemplateResult {
  const k = width / whole;
  const thick = narrow ? Math.min(14, height - 3) : height < 20 ? height - 7 : top ? 21 : 14;
  const y = narrow ? 1.5 : (height - thick) / 2;
  const [from, to] = narrow ? [y - 2, y + thick + 2] : [0, height];
  const fill = fillOf(stage);
  const [left, right, ...others] = sides.order;
  const inset = fill === 'outline' ? 0.6 : 0;

  const one = (paint: string, x: number, n: number) =>
    n > 0
      ? svg`<rect class="${paint} half" x=${x + inset} y=${y + inset}
    width=${Math.max(n * k - 2 * inset, 0.5)} height=${thick - 2 * inset}></rect>`
      : nothing;
  // What is dated lies at the rail, what is only implied beside it.
  const piece = (c: number, x: number, n: number) => {
    // A lead has no line: it ends open, broken.
    const end = c === left ? x + n * k : c === right ? x : undefined;
    if (fill === 'ahead' && n > 0 && end !== undefined)
      return svg`${one(inked(sides.paints[c], fill), x, n)}
        <path class="openend ${sides.paints[c]}" d="M${end} ${y}v${thick}"></path>`;
    const soft = Math.min(implied?.[c] ?? 0, n),
      paint = inked(sides.paints[c], fill),
      finer = /^[br]$/.test(sides.paints[c]) ? `p ${sides.paints[c]}-implied` : paint;
    if (!soft || finer === paint) return one(paint, x, n);
    return c === right
      ? svg`${one(finer, x, soft)}${one(paint, x + soft * k, n - soft)}`
      : svg`${one(paint, x, n - soft)}${one(finer, x + (n - soft) * k, soft)}`;
  };

  const figure = (c: number | undefined, atRight: boolean) => {
    const n = c === undefined ? 0 : electors[c];
    if (!n || c === undefined) return nothing;
    const outside = n * k < 52;
    const paint = sides.paints[c];
    const x = outside ? (atRight ? width - n * k - 6 : n * k + 6) : atRight ? width - 8 : 8;
    const plate =
      fill === 'hatch' && !outside
        ? svg`<rect class="plate t-${paint}-tint" x=${
            atRight ? width - 37 : 0
          } y=${y} width="37" height=${thick}></rect>`
        : nothing;
    const ink = fill === 'solid' && !outside ? `${paint}-on` : `${paint}-ink`;
    return svg`${plate}<text class="n ${top ? 'top' : ''} ${ink}" x=${x} y=${
      y + thick / 2 + (top && !narrow ? 5 : 4.3)
    } text-anchor=${atRight ? 'end' : 'start'}>${n}</text>`;
  };

  // Beside the second candidate, in the order of their electors.
  let edge = whole - (right === undefined ? 0 : electors[right]);
  const between = others
    .filter((c) => electors[c] > 0)
    .map((c) => {
      edge -= electors[c];
      const wide = electors[c] * k;
      const text = String(electors[c]);
      return svg`${piece(c, edge * k, electors[c])}${
        wide > text.length * 8 + 10
          ? svg`<rect class="t-paper" x=${
              edge * k + wide / 2 - text.length * 4 - 3
            } y=${y + 1.5} width=${text.length * 8 + 6} height=${thick - 3}></rect>
        <text class="n" text-anchor="middle" x=${edge * k + wide / 2} y=${y + thick / 2 + 4.3}>${text}</text>`
          : nothing
      }`;
    });
  const empty = electors.every((n) => !n);
  // Beside the line of the majority, where the gap is wide enough for words.
  const gapLabel = (text: string) => {
    const [a, b] = [
      (left === undefined ? 0 : electors[left]) * k,
      width - (right === undefined ? 0 : electors[right]) * k,
    ];
    const line = majority * k;
    const wide = text.length * 5.8 + 14;
    const at = b - Math.max(line, a) >= wide ? Math.max(line, a) + 7 : line - a >= wide ? a + 7 : undefined;
    return at === undefined ? nothing : svg`<text class="gap" x=${at} y=${y + thick / 2 + 4}>${text}</text>`;
  };
  const ghost = (x: number) => svg`<path class="sinceline" d="M${x} ${y - 2.5}v${thick + 5}"></path>`;

  return svg`<svg width=${width} height=${height} aria-hidden="true">
    ${
      !empty
        ? nothing
        : lacking
          ? svg`<path class="absent" d="M0 ${height / 2}H${width}"></path>`
          : svg`<path class="none" d="M0 ${y + 0.5}H${width}M0 ${y + thick - 0.5}H${width}"></path>`
    }
    ${left === undefined ? nothing : piece(left, 0, electors[left])}
    ${right === undefined ? nothing : piece(right, width - electors[right] * k, electors[right])}
    ${between}
    <path class="keyline" d="M${majority * k} ${y}v${thick}"></path>
    <path class="line" d="M${majority * k} ${from}V${to}"></path>
    ${figure(left, false)}${figure(right, true)}
    ${gap ? gapLabel(gap) : nothing}
    ${since && left !== undefined && since[left] !== electors[left] ? ghost(since[left] * k) : nothing}
    ${since && right !== undefined && since[right] !== electors[right] ? ghost(width - since[right] * k) : nothing}
    <path class="rails" d="M0 ${from}V${to}M${width} ${from}V${to}"></path>
  </svg>`;
}
