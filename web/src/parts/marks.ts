import type { Parts, Mark } from '../model/api';
import type { Scene } from '../model/scene';
import { knows, say, speaking } from '../words/words';
import { narrow } from '../model/part';
import { unitName } from './reading';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A mark in words: made from its parts in the reader's language, else as the server tells it. */
export function told(scene: Scene, mark: Mark): string {
  const place = unitName(scene, mark.unit);
  const who = nameOf(scene, mark.candidate);
  const electors = scene.meta?.units
    .filter((u) => u.jurisdiction === mark.unit)
    .reduce((sum, u) => sum + u.electors, 0);
  const blanks = {
    place,
    who,
    caller: mark.caller ?? scene.meta?.caller ?? '',
    electors: electors ?? '',
    majority: scene.story?.majority ?? '',
    stage: mark.stage ? say(`stage.${mark.stage}`) : '',
  };
  if (mark.kind === 'majority')
    return narrow()
      ? `${capital(say('mark.majority', blanks))} ${place}`
      : `${cause(scene, mark) || mark.text} ${capital(say('mark.majority', blanks))}`;
  if (mark.kind === 'undone') return capital(say('mark.undone', blanks));
  const key = `mark.${mark.kind === 'stage' ? mark.fact : mark.kind}`;
  return knows(key) && (place || !say(key).includes('{place}')) ? say(key, blanks) : mark.text;
}

/** The language that {@link told} speaks: the page's, or the server's English where the page has no words. */
export function said(scene: Scene, mark: Mark): string {
  return told(scene, mark) === mark.text ? 'en' : speaking();
}

export function cause(scene: Scene, parts: Parts): string {
  const key = `mark.${parts.fact}`;
  const place = unitName(scene, parts.unit);
  if (!parts.fact || !knows(key) || (!place && parts.fact !== 'declared')) return '';
  const electors = scene.meta?.units
    .filter((u) => u.jurisdiction === parts.unit)
    .reduce((sum, u) => sum + u.electors, 0);
  return say(key, {
    place,
    who: nameOf(scene, parts.candidate),
    caller: parts.caller ?? scene.meta?.caller ?? '',
    electors: electors ?? '',
  });
}

export function nameOf(scene: Scene, candidate?: string | null): string {
  if (!candidate) return '';
  const place = scene.story?.candidates.indexOf(candidate) ?? -1;
  return scene.sides?.names[place] ?? scene.meta?.candidates.find((c) => c.id === candidate)?.name ?? candidate;
}
