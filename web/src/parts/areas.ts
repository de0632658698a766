import type { Held } from '../model/geography';
import type { Scene } from '../model/scene';
import { RUNGS } from '../model/stages';
import { say } from '../words/words';
import { unitName } from './reading';

export function spokenArea(scene: Scene, id: string, held: Held): string {
  const electors = id.includes('-')
    ? 1
    : scene.meta!.units.filter((u) => u.jurisdiction === id).reduce((sum, u) => sum + u.electors, 0);
  const place = unitName(scene, id);
  if (held.stage < 0) return say('area.nobody', { place, electors });
  const several = held.electors.filter((n) => n > 0).length > 1 && !id.includes('-');
  const who = several
    ? scene
        .sides!.order.filter((c) => held.electors[c] > 0)
        .map((c) => `${scene.sides!.names[c]} ${held.electors[c]}`)
        .join(', ')
    : held.who === undefined
      ? say('tie')
      : scene.sides!.names[held.who];
  return say('area', { place, electors, who, stage: say(`stage.${RUNGS[held.stage]}`) });
}

/** The next area in the alphabet, for arrow keys. */
export function beside(scene: Scene, id: string, direction: 1 | -1): string {
  const ids = scene.story!.jurisdictions.slice().sort();
  return ids[(ids.indexOf(id) + direction + ids.length) % ids.length];
}
