import type { Scene } from '../model/scene';
import { number, say } from '../words/words';
import { nameOf } from './marks';
import { momentInWords, unitName } from './reading';

/** The newest checkpoint of the log: how many entries it speaks of, and their root hash. */
export interface Checkpoint {
  size: number;
  root: string;
}

/** A checkpoint is origin, size and root hash, a line each (C2SP tlog-checkpoint). */
export async function checkpointOf(election: string): Promise<Checkpoint | undefined> {
  const response = await fetch(`/log/${election}/checkpoint`).catch(() => undefined);
  if (!response?.ok) return undefined;
  const [, size, root] = (await response.text()).split('\n');
  return { size: Number(size), root };
}

/** A sentence with which a figure can be asked for again, and the record behind it checked. */
export function citation(scene: Scene, what: string, checkpoint?: Checkpoint): string {
  const all = checkpoint?.size ?? scene.meta!.entries;
  const sentences = [
    say('cite.sentence', { what, moment: momentInWords(scene) }),
    say('cite.entries', { election: scene.election, n: scene.standing?.entries ?? all, all }),
  ];
  if (checkpoint) sentences.push(say('cite.checkpoint', { size: number(checkpoint.size), root: checkpoint.root }));
  return [...sentences, `${location.origin}/${scene.election}?${scene.query()}`].join(' ');
}

export function ticketName(scene: Scene, ticket: string): string {
  return nameOf(scene, scene.meta!.tickets.find((t) => t.id === ticket)?.president ?? ticket);
}

/** What a citation is of, in words; the figure's own name where the page has none. */
export function named(scene: Scene, value: number | undefined, rung: string, who: string): string {
  const [, kind, first = '', second = ''] = /^([\w.-]+)\((?:([^,()]*)(?:,([^()]*))?)?\)$/.exec(scene.figure) ?? [];
  const row = scene.standing?.units.find((u) => u.unit === first);
  const place = unitName(scene, first);
  if (kind === 'popularVote' && scene.story!.tickets.includes(first))
    return say('cite.popular', { who: ticketName(scene, first), n: value ?? 0 });
  if (kind === 'votes') {
    const n = row?.certifiedVotes?.[second] ?? row?.votes?.[second] ?? 0;
    return say('cite.votes', { who: ticketName(scene, second), place, n });
  }
  if (kind === 'settled')
    return say('cite.settled', { place, verdict: say(`settled.${row?.settled?.verdict ?? 'no'}`) });
  return value !== undefined && scene.story!.candidates.includes(who)
    ? say('cite.rung', { who: nameOf(scene, who), n: value, stage: say(`stage.${rung}`) })
    : scene.figure;
}
