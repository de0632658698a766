import type { Mark, Parts } from '../model/api';
import type { Happening } from '../model/events';
import type { Scene } from '../model/scene';
import { knows, say, speaking, worded, wordedIn } from '../words/words';
import { narrow } from '../model/part';
import { electorsOf, majorityOf, unitName } from './reading';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence as it stands alone: with a capital and a full stop. */
export const sentence = (text: string) => capital(text.trim()).replace(/([^.!?…”])$/, '$1.');

/** A mark in words: made from its parts in the reader's language, else as the server tells it. */
export function told(scene: Scene, mark: Mark): string {
  const place = unitName(scene, mark.unit);
  const blanks = {
    place,
    who: nameOf(scene, mark.candidate),
    caller: mark.caller ?? scene.meta?.caller ?? '',
    electors: mark.unit ? electorsOf(scene, mark.unit) : '',
    majority: scene.story ? majorityOf(scene) : '',
    stage: mark.stage ? say(`stage.${mark.stage}`) : '',
  };
  if (mark.kind === 'majority' || mark.kind === 'undone') {
    const turn = capital(say(mark.implied ? 'mark.majority.implied' : `mark.${mark.kind}`, blanks));
    if (narrow()) return isOneCause(scene, mark) ? `${turn} ${place}` : turn;
    return `${isOneCause(scene, mark) ? cause(scene, mark) : ''} ${turn}`.trim();
  }
  const key = `mark.${mark.kind === 'stage' ? mark.fact : mark.kind}`;
  return knows(key) && (place || !say(key).includes('{place}'))
    ? say(key, blanks)
    : sentence(worded(mark.text, mark.textEs));
}

/** Whether one place is known to have brought a turn: of several on one day, the order within it is not known. */
export function isOneCause(scene: Scene, { at, ms, stage }: Parts & { ms: number }): boolean {
  if (!at || at.includes('/')) return !at;
  if (at.includes('T')) return true;
  const rung = String(scene.story!.stages.indexOf(stage ?? ''));
  const places = scene.story!.changes.filter((c) => c[0] === ms && c[5] && c[5][rung]);
  return places.length < 2;
}

/** What came about at one moment, in a sentence: of many places at once how many, and what each side gained. */
export function happened(scene: Scene, { mark, places, gains }: Happening): string {
  if (places.length < 2) return told(scene, mark);
  const n = places.length;
  const states = places.every((p) => !p.unit.includes('-') && p.unit !== 'DC');
  const key = `many.${mark.fact}`;
  if (!knows(key)) return told(scene, mark);
  const what = say(key, {
    caller: mark.caller ?? scene.meta?.caller ?? '',
    n,
    places: say(states ? 'states' : 'places'),
  });
  const gained = gainsTold(scene, gains);
  return sentence(gained ? `${what}: ${gained}` : what);
}

/** What each side gained or lost, in the order of the rails. */
export function gainsTold(scene: Scene, gains: Record<string, number>): string {
  return scene
    .sides!.order.map((c) => ({ name: scene.sides!.names[c], n: gains[scene.story!.candidates[c]] ?? 0 }))
    .filter(({ n }) => n !== 0)
    .map(({ name, n }) => `${name} ${n > 0 ? '+' : '−'}${Math.abs(n)}`)
    .join(', ');
}

/** The language that a mark is told in: the page's, or English where an answer has no other words. */
export function said(scene: Scene, mark: Mark): string {
  return told(scene, mark) === sentence(worded(mark.text, mark.textEs)) ? wordedIn(mark.textEs) : speaking();
}

export function cause(scene: Scene, parts: Parts): string {
  const key = `mark.${parts.fact}`;
  const place = unitName(scene, parts.unit);
  if (!parts.fact || !knows(key) || (!place && parts.fact !== 'declared')) return '';
  const caller = parts.caller ?? scene.meta?.caller ?? '';
  const electors = parts.unit ? electorsOf(scene, parts.unit) : '';
  return say(key, { place, who: nameOf(scene, parts.candidate), caller, electors });
}

export function nameOf(scene: Scene, candidate?: string | null): string {
  if (!candidate) return '';
  const place = scene.story?.candidates.indexOf(candidate) ?? -1;
  return scene.sides?.names[place] ?? scene.meta?.candidates.find((c) => c.id === candidate)?.name ?? candidate;
}
