import { svg, type TemplateResult } from 'lit';
import { cartogram, type Cartogram } from '../model/cartogram';
import { heldBy } from '../model/geography';
import type { Scene } from '../model/scene';
import { inked } from '../model/stages';
import { spokenArea } from './areas';

let kept: { election: string; drawn: Cartogram } | undefined;

function drawn(scene: Scene): Cartogram {
  if (kept?.election === scene.election) return kept.drawn;
  const electors = scene.story!.jurisdictions.map((id) => ({
    id,
    electors: scene.meta!.units.filter((u) => u.jurisdiction === id).reduce((sum, u) => sum + u.electors, 0),
  }));
  kept = { election: scene.election, drawn: cartogram(electors) };
  return kept.drawn;
}

/** The elector-area cartogram: a square an elector, coloured by candidate and filled by stage. */
export function tiles(scene: Scene, width: number, choose: (id: string) => void, focus: string): TemplateResult {
  const { blocks, cell, x, y, width: w, height: h } = drawn(scene);
  const k = Math.min(width / w, (width * 0.72) / h),
    px = (n: number) => n / k;
  return svg`<svg class="${
    cell * k > 14 ? '' : 'big'
  } map tiles" width=${width} height=${h * k} viewBox="${x - (width / k - w) / 2} ${y} ${width / k} ${h}">
    ${blocks.map((b) => {
      const held = heldBy(scene, b.id);
      const owners: string[] = [];
      // Until 1800 each elector cast two votes: the second is drawn as the lower half of the square.
      const second: string[] = [];
      for (const c of scene.sides!.order)
        for (let n = 0; n < (held.electors[c] ?? 0); n++)
          (owners.length < b.electors ? owners : second).push(inked(scene.sides!.paints[c], held.fill));
      while (owners.length < b.electors) owners.push(held.stage < 0 ? 'p none-yet' : 'p nobody');
      const paths = new Map<string, string>();
      owners.forEach((owner, i) => {
        const s = cell - px(1);
        paths.set(
          owner,
          `${paths.get(owner) ?? ''}M${(b.x + (i % b.columns) * cell).toFixed(1)} ${(
            b.y +
            Math.floor(i / b.columns) * cell
          ).toFixed(1)}h${s.toFixed(1)}v${s.toFixed(1)}h${(-s).toFixed(1)}z`,
        );
      });
      second.slice(0, b.electors).forEach((owner, i) => {
        const s = cell - px(1),
          x0 = b.x + (i % b.columns) * cell,
          y0 = b.y + Math.floor(i / b.columns) * cell;
        const corner = `M${(x0 + s).toFixed(1)} ${y0.toFixed(1)}v${s.toFixed(1)}h${(-s).toFixed(1)}z`;
        paths.set(`${owner} half-cell`, `${paths.get(`${owner} half-cell`) ?? ''}${corner}`);
      });
      const ink = held.paint ? (held.fill === 'solid' ? `${held.paint}-on` : `${held.paint}-ink`) : '';
      const back = !held.paint || held.paint.startsWith('c') ? 'halo-paper' : `halo-${held.paint} ${held.fill}`;
      return svg`<g class="area" role="button" tabindex=${b.id === focus ? 0 : -1} data-id=${b.id}
        data-unit=${b.id}
        aria-label=${`${b.id}: ${spokenArea(scene, b.id, held)}`} @click=${() => choose(b.id)}>
        <rect class="hit" x=${b.x} y=${b.y} width=${b.columns * cell} height=${b.rows * cell}></rect>
        ${[...paths].map(([paint, d]) => svg`<path class="${paint} cell" d=${d} stroke-width=${px(0.8)}></path>`)}
        ${
          scene.selected === b.id
            ? svg`<rect class="frame" x=${b.x - px(2)} y=${b.y - px(2)} width=${
                b.columns * cell + px(3)
              } height=${b.rows * cell + px(3)} stroke-width=${px(1.8)}></rect>`
            : ''
        }
        <text class="code ${ink} ${back}" x=${b.x + (b.columns * cell) / 2} y=${
          b.y + (b.rows * cell) / 2 + px(3.4)
        } font-size=${px(9.5)} stroke-width=${px(3)} text-anchor="middle">${b.id}</text>
      </g>`;
    })}
  </svg>`;
}
