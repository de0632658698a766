import { svg, type TemplateResult } from 'lit';
import { ask, fromFiles, once } from '../model/asking';
import { heldBy, MAP_HEIGHT, MAP_WIDTH, SHAPES } from '../model/geography';
import { asAsked } from '../model/moments';
import type { Scene } from '../model/scene';
import { inked } from '../model/stages';

interface Counted {
  units: Record<string, number[]>;
}

let outlines: Record<string, string> | undefined;
let counted: { of: string; answer: Counted } | undefined;
let asking = '';

/**
 * Who leads in each county by the returns in the record, filled by its state's stage. Outlines and votes are fetched
 * when first wanted.
 */
export function counties(scene: Scene, width: number, choose: (id: string) => void): TemplateResult {
  const at = fromFiles ? undefined : asAsked(scene.ms);
  const of = `${scene.election} ${at ?? ''}`;
  if (counted?.of !== of && asking !== of && !scene.playing) {
    asking = of;
    void Promise.all([
      once('counties', () => fetch('/maps/counties-2020.json').then((r) => r.json())),
      ask<Counted>(scene.election, 'counties', { at }),
    ])
      .then(
        ([shapes, answer]) => {
          outlines = shapes;
          if (asking === of) counted = { of, answer };
          scene.changed();
        },
        () => undefined,
      )
      .finally(() => {
        if (asking === of) asking = '';
      });
  }
  const paths = new Map<string, string>();
  const paints = new Map(scene.story!.jurisdictions.map((id) => [id, heldBy(scene, id).fill]));
  const persons = scene.story!.tickets.map((t) =>
    scene.story!.candidates.indexOf(scene.meta!.tickets.find((m) => m.id === t)?.president ?? ''),
  );
  for (const [unit, d] of Object.entries(outlines ?? {})) {
    const votes = counted?.answer.units[unit];
    let lead = -1,
      most = 0;
    votes?.forEach((n, t) => {
      if (n > most) {
        most = n;
        lead = t;
      } else if (n === most) lead = -1;
    });
    const person = lead < 0 ? -1 : persons[lead];
    const paint =
      person < 0 ? 'p nobody' : inked(scene.sides!.paints[person], paints.get(unit.slice(0, 2)) ?? 'outline');
    paths.set(paint, (paths.get(paint) ?? '') + d);
  }
  const k = width / MAP_WIDTH;
  return svg`<svg class="big map counties" width=${width} height=${MAP_HEIGHT * k}
    viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}">
    ${[...paths].map(([paint, d]) => svg`<path class="${paint} county" d=${d}></path>`)}
    ${scene
      .story!.jurisdictions.filter((id) => SHAPES[id])
      .map(
        (id) =>
          svg`<path class="border ${
            scene.selected === id ? 'sel' : ''
          }" d=${SHAPES[id].d} @click=${() => choose(id)}></path>`,
      )}
  </svg>`;
}

/** How many counties of the map have no returns of their own in the record. */
export function without(): number | undefined {
  if (!outlines || !counted) return undefined;
  return Object.keys(outlines).filter((unit) => !counted!.answer.units[unit]).length;
}
