import { nothing, svg, type TemplateResult } from 'lit';
import type { Way } from '../model/ways';
import { say } from '../words/words';

const WIDTH = 836;
const LEFT = 108;
const ROW = 30;
const CELL = 23;
const HEIGHT = 104;

/** A row of the picture: a place that is open. */
export interface Row {
  code: string;
  electors: number;
  /** To whom it is supposed to go. */
  given?: 'first' | 'second';
  /** Nobody's majority hangs on it any more. */
  isOut?: boolean;
}

/**
 * Every way as a column: to whom each place goes, and the electors of the first. All of it is outlined, since none of
 * it is more than supposed; what does not fit what is given stands back.
 */
export function everyWay(rows: Row[], ways: Way[], paints: string[], majority: number): TemplateResult {
  const step = (WIDTH - LEFT) / ways.length;
  const wide = step * 0.85;
  const paint = (isFirst: boolean) => `p ${paints[isFirst ? 0 : 1]}-outline`;
  const foot = rows.length * ROW + HEIGHT + 22;
  const most = Math.max(...ways.map((way) => way.electors));
  const least = Math.min(majority, ...ways.map((way) => way.electors)) - 8;
  const y = (electors: number) => foot - ((electors - least) / (most - least)) * HEIGHT;
  const fits = (way: Way) => rows.every(({ given }, i) => !given || way.toFirst[i] === (given === 'first'));
  const column = (way: Way, w: number) => {
    const x = LEFT + w * step;
    return svg`<g class=${fits(way) ? 'way' : 'way out'}>${way.toFirst.map(
      (isFirst, i) => svg`<rect class=${paint(isFirst)} x=${x} y=${i * ROW} width=${wide} height=${CELL}></rect>
        ${
          isFirst
            ? nothing
            : svg`<path class="${paints[1]}-dash" d="M${x + wide * 0.25} ${i * ROW + CELL / 2}h${wide / 2}"></path>`
        }`,
    )}<rect class=${way.winner === 'neither' ? 't-none' : paint(way.winner === 'first')} x=${x} y=${y(way.electors)}
      width=${wide} height=${foot - y(way.electors)}></rect>${
        w === 0 || w === ways.length - 1
          ? svg`<text x=${x + wide / 2} y=${y(way.electors) - 5} text-anchor="middle">${way.electors}</text>`
          : nothing
      }</g>`;
  };
  return svg`<svg class="everyway" viewBox="0 0 ${WIDTH} ${foot + 2}" role="img" aria-label=${say('paths.picture', {
    n: ways.length,
  })}>
    ${rows.map(
      ({ code, electors, isOut }, i) => svg`<text class="row" x="0" y=${i * ROW + 17}>${i + 1} <tspan
        class=${isOut ? 'struck' : ''}>${code}</tspan></text>
      <text class="row" x=${LEFT - 14} y=${i * ROW + 17} text-anchor="end">${electors}</text>`,
    )}
    ${ways.map(column)}
    <path class="asked" d="M${LEFT - 6} ${y(majority)}H${WIDTH}"></path>
    <text class="row" x=${LEFT - 14} y=${y(majority) + 5} text-anchor="end">${majority}</text></svg>`;
}
