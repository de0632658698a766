import { nothing, svg, type TemplateResult } from 'lit';
import { districtHeldBy, heldBy, MAP_HEIGHT, MAP_WIDTH, SHAPES, type Held } from '../model/geography';
import type { Scene } from '../model/scene';
import { CALLED, CERTIFIED, inked } from '../model/stages';
import { spokenArea } from './areas';

/** Room below which a shape cannot hold its code or a finger: such states stand as squares off the Atlantic. */
const TOO_SMALL = 9;

/** Room in px below which there is no code: West Virginia still has its own on the smallest phone. */
const TIGHT = 3.9;

const small = Object.keys(SHAPES)
  .filter((id) => SHAPES[id].at[2] < TOO_SMALL && id !== 'HI')
  .sort((a, b) => SHAPES[a].at[1] - SHAPES[b].at[1]);

const classes = (held: Held) =>
  held.paint ? inked(held.paint, held.fill) : held.stage < 0 ? 'p none-yet' : 'p nobody';
const inkOn = (held: Held) => (held.paint ? (held.fill === 'solid' ? `${held.paint}-on` : `${held.paint}-ink`) : '');
const halo = (held: Held) =>
  held.fill === 'hatch' && held.paint ? `halo-${held.paint}` : held.paint.startsWith('c') ? 'halo-paper' : '';

/** Whose, without colour: a wedge on the candidate's side of the code, full when called, hollow when only ahead. */
export function wedge(held: Held, x: number, y: number, wide: number, r: number): TemplateResult | typeof nothing {
  if (held.stage > CALLED || (held.paint !== 'b' && held.paint !== 'r')) return nothing;
  const way = held.paint === 'b' ? -1 : 1;
  const from = x + way * (wide / 2 + r * 0.5);
  return svg`<path class="wedge ${held.paint}-wedge ${held.stage === CALLED ? 'full' : ''}" stroke-width=${r * 0.3}
    d="M${from} ${y - r}L${from + way * r * 1.25} ${y}L${from} ${y + r}Z"></path>`;
}

export function stateMap(scene: Scene, width: number, choose: (id: string) => void, focus: string): TemplateResult {
  const k = width / MAP_WIDTH;
  const px = (n: number) => n / k;
  const there = new Set(scene.story!.jurisdictions);
  const ids = Object.keys(SHAPES)
    .filter((id) => there.has(id))
    .sort((a, b) => Number(a === scene.selected) - Number(b === scene.selected));
  const units = scene.story!.units.filter((u) => u.includes('-') && SHAPES[u.split('-')[0]]);
  // Districts have squares where something is known of them, or where nothing is known of their state yet.
  const states = [...new Set(units.map((u) => u.split('-')[0]))].filter((id) =>
    units.some((u) => u.startsWith(`${id}-`) && (districtHeldBy(scene, u) || heldBy(scene, id).stage < CERTIFIED)),
  );
  const districts = units.filter((u) => states.includes(u.split('-')[0]));
  const side = px(24);
  const columns = [MAP_WIDTH - 2 * side - px(1), MAP_WIDTH - side];
  const maine = districts.filter((u) => u.startsWith('ME'));
  const squares = [...maine, ...small.filter((id) => there.has(id)), ...districts.filter((u) => !maine.includes(u))];
  const startY = columns[0] < 962 ? 168 : 34;

  const label = (held: Held, x: number, y: number, text: string, size: number, room = Infinity) => {
    const wide = px(text.length * size * 0.72);
    const sign = room * k >= 8 ? wedge(held, x, y, wide, px(size * 0.3)) : nothing;
    const weight = held.stage === CALLED || held.stage > CALLED ? 'sure' : '';
    return svg`<text class="code ${weight} ${inkOn(held)} ${halo(held)}" x=${x} y=${y + px(size) * 0.36}
      font-size=${px(size)} stroke-width=${px(3)} text-anchor="middle">${text}</text>${sign}`;
  };

  const square = (id: string, x: number, y: number, size: number, text: string) => {
    const district = id.includes('-');
    const held = (district ? districtHeldBy(scene, id) : heldBy(scene, id)) ?? UNKNOWN;
    const place = id.split('-')[0];
    const chosen = scene.selected === id;
    return svg`<g class="area" role="button" tabindex=${place === focus && id === place ? 0 : -1} data-id=${place}
      data-unit=${id} aria-label=${`${text}: ${spokenArea(scene, id, held)}`} @click=${() => choose(place)}>
      <rect class="${classes(held)} square ${chosen ? 'sel' : ''}" x=${x + px(0.5)} y=${y + px(0.5)}
        width=${size - px(1)} height=${size - px(1)} stroke-width=${px(chosen ? 1.8 : 0.9)}></rect>
      ${label(held, x + size / 2, y + size / 2, text, text.length > 2 ? 8 : 9.5, 99)}
      </g>`;
  };

  const shape = (id: string) => {
    const held = heldBy(scene, id);
    const shared = small.includes(id);
    const chosen = scene.selected === id;
    return svg`<path class="area st ${classes(held)} ${chosen ? 'sel' : ''}" d=${SHAPES[id].d}
      role=${shared ? nothing : 'button'} tabindex=${shared ? nothing : id === focus ? 0 : -1}
      aria-hidden=${shared ? 'true' : nothing} data-id=${shared ? nothing : id} data-unit=${id}
      aria-label=${shared ? nothing : spokenArea(scene, id, held)} stroke-width=${px(chosen ? 2 : 0.8)}
      @click=${() => choose(id)}></path>`;
  };

  const code = (id: string) => {
    if (small.includes(id)) return nothing;
    const [x, y, room] = SHAPES[id].at;
    const held = heldBy(scene, id);
    if (id === 'HI') return hawaii(held, x - px(14), y, px);
    // Where a state's electors are split and nothing is known of its districts, the split itself is told.
    const several = held.electors.filter((n) => n > 0).length > 1 && !states.includes(id);
    const split = several && room * k >= 12;
    const text = split ? `${id} ${splitOf(scene, held)}` : id;
    return room * k >= TIGHT ? label(held, x, y, text, room * k > 8 ? 10 : room * k > 4.4 ? 9 : 8, room) : nothing;
  };

  // As high as all squares need, also while it is not known yet which of them there are: nothing below may move.
  const most = units.length + small.filter((id) => there.has(id)).length;
  const height = Math.max(MAP_HEIGHT, startY + Math.ceil(most / 2) * (side + px(1.5)));
  return svg`<svg class="big map" width=${width} height=${height * k} viewBox="0 0 ${MAP_WIDTH} ${height}">
    ${ids.map(shape)}
    <g class="codes" aria-hidden="true">${ids.map(code)}</g>
    ${squares.map((id, i) => {
      const text = id.includes('-') ? id.replace('-', '') : id;
      return square(id, columns[i % 2], startY + Math.floor(i / 2) * (side + px(1.5)), side, text);
    })}
  </svg>`;
}

const UNKNOWN: Held = { paint: '', fill: 'ahead', stage: -1, electors: [] };

const hawaii = (held: Held, x: number, y: number, px: (n: number) => number) =>
  svg`<text class="code ${held.stage >= CALLED ? 'sure' : ''}" x=${x} y=${y + px(3)} font-size=${px(9.5)}
    text-anchor="end">HI</text>${wedge(held, x - px(6), y, px(13), px(3))}`;

const splitOf = (scene: Scene, held: Held) =>
  scene
    .sides!.order.map((c) => held.electors[c])
    .filter((n) => n > 0)
    .join('·');
