import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../model/part';
import { CALLED } from '../model/stages';
import { waysOf } from '../model/ways';
import { say } from '../words/words';
import { openPlaces, type Open } from './open';
import { isEarly, lacking, majorityOf } from './reading';

const HEIGHT = 26;
const TOP = 8;
/** Room in px that a place's code needs in its piece of the bar. */
const ROOM = 9;

/**
 * The gap of the called rung: the places that nobody has called yet, from the best of one side to the best of the
 * other, and in how many ways they lead to a majority. Ways are counted, not weighed.
 */
@customElement('a-ways')
export class WaysToMajority extends Part {
  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief || !isEarly(scene) || lacking(scene, CALLED)) return nothing;
    const { order, names, paints } = scene.sides!;
    const called = scene.telling.rung(scene.telling.at(scene.ms), CALLED);
    const [left, right] = [order[0], order[1]].map((c) => called[c] ?? 0);
    const majority = majorityOf(scene);
    // From the left's best margin to the right's, those without a tally where neither is ahead.
    const open = openPlaces(scene).sort((a, b) => (b.lead ?? 0) - (a.lead ?? 0) || b.electors - a.electors);
    const gap = open.reduce((sum, place) => sum + place.electors, 0);
    const isWhole = called.reduce((a, b) => a + b, 0) + gap === scene.story!.entitled;
    if (!left || !right || Math.max(left, right) >= majority || !isWhole) return nothing;
    const ways = waysOf(
      open.map((place) => place.electors),
      left,
      right,
      majority,
    );
    const needs = [majority - left, majority - right];
    const side = (i: number, key: string, n: number | bigint) =>
      html`<span class="${paints[order[i]]}-ink">${say(key, {
        who: names[order[i]],
      })} <b>${say('ways.n', { n: Number(n) })}</b></span>`;
    return html`<section class="togo" aria-label=${say('ways', { majority })}>
      <h2>${say('ways', { majority })} <em>${say('ways.all', { n: Number(ways.all) })}</em></h2>
      <p class="needs">${side(0, 'ways.needs', needs[0])}${side(1, 'ways.needs', needs[1])}</p>
      ${this.wide ? this.bar(open, gap, needs) : nothing}
      <p>${side(0, 'ways.reaches', ways.left)}, ${side(1, 'ways.reaches', ways.right)}, ${say('ways.neither', {
        n: Number(ways.neither),
      })} <a class="under" href="/${scene.election}/audit?${scene.query()}">${say('ways.each')}</a></p></section>`;
  }

  private bar(open: Open[], gap: number, [left, right]: number[]): TemplateResult {
    const { paints, order } = this.scene.sides!;
    const { wide } = this;
    const k = wide / gap;
    let at = 0;
    const pieces = open.map(({ unit, electors, lead }) => {
      const [x, width] = [at * k, electors * k];
      at += electors;
      const paint = lead ? `p ${paints[order[lead > 0 ? 0 : 1]]}-ahead` : 't-none';
      const code = unit.replace('-', '');
      const ink = lead ? `${paints[order[lead > 0 ? 0 : 1]]}-ink` : '';
      const room = clear(x, x + width, [left * k, wide - right * k]);
      return svg`<g><rect class=${paint} x=${x + 0.5} y=${TOP} width=${Math.max(width - 1, 0.5)} height=${HEIGHT - TOP}>
        <title>${code} ${electors}</title></rect>${
          room.wide > code.length * ROOM
            ? svg`<text class=${ink} x=${room.middle} y=${TOP + 12.5} text-anchor="middle">${code}</text>`
            : nothing
        }</g>`;
    });
    const reach = (from: number, to: number, c: number) => {
      const end = Math.max(0, Math.min(wide, to));
      return svg`<path class="reach ${paints[c]}-reach" d="M${from} ${HEIGHT}V${TOP - 4}H${end}V${HEIGHT + 3}"></path>`;
    };
    return html`<svg class="routes" width=${wide} height=${HEIGHT + 4} aria-hidden="true">${pieces}
      ${reach(0.75, left * k, order[0])}${reach(wide - 0.75, wide - right * k, order[1])}</svg>`;
  }
}

/** The widest stretch of a piece of the bar that none of the lines through it cuts. */
function clear(from: number, to: number, lines: number[]): { middle: number; wide: number } {
  const ends = [from, ...lines.filter((line) => line > from && line < to).sort((a, b) => a - b), to];
  const stretches = ends.slice(1).map((end, i) => ({ middle: (ends[i] + end) / 2, wide: end - ends[i] }));
  return stretches.reduce((a, b) => (b.wide > a.wide ? b : a));
}
