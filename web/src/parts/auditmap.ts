import { nothing, svg, type TemplateResult } from 'lit';
import type { AuditStatus } from '../model/api';
import { MAP_HEIGHT, MAP_WIDTH, SHAPES } from '../model/geography';
import type { Scene } from '../model/scene';
import { inked, type Fill } from '../model/stages';

type Unit = AuditStatus['units'][number];

/** The width in px for which it is drawn; on a narrow screen it is smaller, and has no codes. */
const WIDTH = 562;

/** Room in px below which a shape has no code. */
const TIGHT = 4.4;

/** How much evidence a unit has, in the three fills of the page: none, some, enough by itself. */
export function fillOfEvidence({ state, cards, evidence }: Unit, alpha: number): Fill {
  if (state === 'confirmed' || (evidence ?? 0) >= 1 / alpha) return 'solid';
  return cards > 0 || state === 'lost' ? 'hatch' : 'ahead';
}

const LEAST: Fill[] = ['ahead', 'hatch', 'solid'];
const jurisdiction = (unit: string) => unit.slice(0, 2);

/**
 * The winner's jurisdictions by their evidence, that of the unit with least of it where there are several; around
 * those of the weakest set a heavy line. What cannot be audited, in whole or in a district, is struck out. Others'
 * units cannot hurt him, and have no colour. The table beside it says the same.
 */
export function auditMap(scene: Scene, status: AuditStatus, weakest: Set<string>): TemplateResult {
  const k = WIDTH / MAP_WIDTH;
  const paint = scene.sides?.paints[scene.story?.candidates.indexOf(status.winner) ?? -1] ?? 'k';
  const fills = new Map<string, Fill>();
  for (const unit of status.units)
    for (const one of unit.unit.split(' or ')) {
      const id = jurisdiction(one);
      const fill = fillOfEvidence(unit, status.alpha);
      const before = fills.get(id) ?? fill;
      fills.set(id, LEAST[Math.min(LEAST.indexOf(before), LEAST.indexOf(fill))]);
    }
  const heavy = new Set([...weakest].flatMap((unit) => unit.split(' or ').map(jurisdiction)));
  const ids = Object.keys(SHAPES).sort((a, b) => Number(heavy.has(a)) - Number(heavy.has(b)));
  const code = (id: string) => {
    const [x, y, room] = SHAPES[id].at;
    const fill = fills.get(id);
    if (!fill || room * k < TIGHT) return nothing;
    const ink = fill === 'solid' ? `${paint}-on` : `${paint}-ink ${fill === 'hatch' ? `halo-${paint}` : ''}`;
    return svg`<text class="code ${ink}" x=${x} y=${y + 3.6 / k} font-size=${10 / k} stroke-width=${3 / k}
      text-anchor="middle">${id}</text>`;
  };
  const struck = new Set(status.unauditable.flatMap((unit) => unit.split(' or ').map(jurisdiction)));
  const strike = (id: string) => {
    const [x, y, room] = SHAPES[id].at;
    const r = Math.max(room, 5 / k);
    return svg`<path class="strike" d="M${x - r} ${y + r}L${x + r} ${y - r}" stroke-width=${1.6 / k}></path>`;
  };
  return svg`<svg class="big map" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}"
    aria-hidden="true">
    ${ids.map((id) => {
      const fill = fills.get(id);
      return svg`<path class="st ${fill ? inked(paint, fill) : 'p others'} ${heavy.has(id) ? 'heavy' : ''}"
        data-id=${id} d=${SHAPES[id].d} stroke-width=${(heavy.has(id) ? 2.4 : 0.8) / k}></path>`;
    })}
    ${ids.map(code)}${ids.filter((id) => struck.has(id)).map(strike)}</svg>`;
}
