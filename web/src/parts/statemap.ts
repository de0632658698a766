import { nothing, svg, type TemplateResult } from 'lit';
import { districtHeldBy, heldBy, MAP_HEIGHT, MAP_WIDTH, SHAPES, type Held } from '../model/geography';
import type { Scene } from '../model/scene';
import { inked } from '../model/stages';
import { spokenArea } from './areas';

/** Room below which a shape cannot hold its code or a finger: such states stand as squares off the Atlantic. */
const TOO_SMALL = 9;

const small = Object.keys(SHAPES)
  .filter((id) => SHAPES[id].at[2] < TOO_SMALL && id !== 'HI')
  .sort((a, b) => SHAPES[a].at[1] - SHAPES[b].at[1]);

const classes = (held: Held) => (held.paint ? inked(held.paint, held.fill) : 'p nobody');
const inkOn = (held: Held) => (held.paint ? (held.fill === 'solid' ? `${held.paint}-on` : `${held.paint}-ink`) : '');
const halo = (held: Held) =>
  held.fill === 'hatch' && held.paint ? `halo-${held.paint}` : held.paint.startsWith('c') ? 'halo-paper' : '';

export function stateMap(scene: Scene, width: number, choose: (id: string) => void, focus: string): TemplateResult {
  const k = width / MAP_WIDTH,
    px = (n: number) => n / k;
  const there = new Set(scene.story!.jurisdictions);
  const ids = Object.keys(SHAPES)
    .filter((id) => there.has(id))
    .sort((a, b) => Number(a === scene.selected) - Number(b === scene.selected));
  const districts = scene.story!.units.filter((u) => u.includes('-') && SHAPES[u.split('-')[0]]);
  const side = px(24),
    columns = [MAP_WIDTH - 2 * side - px(1), MAP_WIDTH - side];
  const squares = [...districts.filter((u) => u.startsWith('ME')), ...small.filter((id) => there.has(id))];
  const inLand = districts.filter((u) => !u.startsWith('ME'));
  const startY = columns[0] < 962 ? 168 : 34;
  const label = (
    held: Held,
    x: number,
    y: number,
    text: string,
    size: number,
  ) => svg`<text class="code ${inkOn(held)} ${halo(held)}" x=${x} y=${y + px(size) * 0.36}
    font-size=${px(size)} stroke-width=${px(3)} text-anchor="middle">${text}</text>`;

  const square = (id: string, x: number, y: number, size: number, text: string) => {
    const held = id.includes('-') ? districtHeldBy(scene, id) : heldBy(scene, id);
    const jurisdiction = id.split('-')[0];
    return svg`<g class="area" role="button" tabindex=${
      jurisdiction === focus && id === jurisdiction ? 0 : -1
    } data-id=${jurisdiction} aria-label=${`${text}: ${spokenArea(scene, id, held)}`}
      @click=${() => choose(jurisdiction)}>
      <rect class="${classes(held)} square ${
        scene.selected === id ? 'sel' : ''
      }" x=${x + px(0.5)} y=${y + px(0.5)} width=${size - px(1)} height=${size - px(1)} stroke-width=${px(
        scene.selected === id ? 1.8 : 0.9,
      )}></rect>
      ${label(held, x + size / 2, y + size / 2, text, size < px(20) ? 7.5 : text.length > 2 ? 8 : 9.5)}</g>`;
  };

  return svg`<svg class="big map" width=${width} height=${MAP_HEIGHT * k} viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}">
    ${ids.map((id) => {
      const held = heldBy(scene, id),
        isSmall = small.includes(id);
      return svg`<path class="area st ${classes(held)} ${
        scene.selected === id ? 'sel' : ''
      }" d=${SHAPES[id].d} role=${isSmall ? nothing : 'button'} tabindex=${
        isSmall ? nothing : id === focus ? 0 : -1
      } aria-hidden=${isSmall ? 'true' : nothing}
        data-id=${isSmall ? nothing : id} aria-label=${
          isSmall ? nothing : spokenArea(scene, id, held)
        } stroke-width=${px(scene.selected === id ? 2 : 0.8)} @click=${() => choose(id)}></path>`;
    })}
    <g class="codes" aria-hidden="true">${ids.map((id) => {
      const [x, y, room] = SHAPES[id].at;
      if (small.includes(id)) return nothing;
      const held = heldBy(scene, id);
      if (id === 'HI')
        return svg`<text class="code" x=${x - px(16)} y=${y + px(3)} font-size=${px(9.5)} text-anchor="end">HI</text>`;
      const shift = id === 'NE' && inLand.length ? -px(18.5) : 0;
      return room * k >= 4.9 ? label(held, x + shift, y, id, room * k > 8 ? 10 : 9) : nothing;
    })}</g>
    ${inLand.map((unit, i) => {
      const [x, y] = SHAPES[unit.split('-')[0]].at;
      return square(unit, x + px(-7 + i * 11.5), y - px(5.5), px(11), unit.split('-')[1]);
    })}
    ${squares.map((id, i) =>
      square(
        id,
        columns[i % 2],
        startY + Math.floor(i / 2) * (side + px(1.5)),
        side,
        id.includes('-') ? id.replace('-', '') : id,
      ),
    )}
  </svg>`;
}
