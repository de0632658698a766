import type { Scene } from '../model/scene';
import { RUNGS } from '../model/stages';
import { say } from '../words/words';
import { decisive } from './reading';

/** The tab's title: the headline in short, never a figure without its stage. */
export function title(scene: Scene): string {
  if (scene.room === 'start' || scene.room === 'nowhere')
    return `Ascertain – ${say(scene.room === 'start' ? 'start.short' : 'nowhere')}`;
  if (scene.room !== 'election' && scene.room !== 'embed')
    return `${say(scene.room === 'elections' ? 'elections' : `nav.${scene.room}`)} – Ascertain`;
  const top = decisive(scene);
  if (!top || !scene.sides) return 'Ascertain';
  const figures = scene.sides.order
    .filter((c) => top.electors[c] > 0)
    .slice(0, 3)
    .map((c) => `${scene.sides!.names[c]} ${top.electors[c]}`)
    .join(', ');
  return `${scene.meta?.year} ${say(`stage.${RUNGS[top.stage]}`)}: ${figures} – Ascertain`;
}
