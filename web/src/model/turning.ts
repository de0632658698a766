import type { Change, Majority, Mark, Story } from './api';
import { CALLED, VOTED } from './stages';

const FACTS = ['returns', 'call', 'certification', 'ascertainment', 'elector-votes', 'counted'];
/** What the server marks beside the turns that are read off the changes here. */
const NATIONAL = new Set(['objection', 'declared', 'oath', 'call', 'contingent', 'death', 'withdrawal']);

/** The last rung that states have each for itself. */
const COUNTED = 5;

/** The highest rung that a change touches is its own fact's; lower ones follow from it. */
const ownRung = (change: Change): number => (change[5] ? Math.max(...Object.keys(change[5]).map(Number)) : -1);

const doneBy = (change?: Change): string | undefined => {
  const rung = change ? ownRung(change) : -1;
  return rung >= 0 ? FACTS[rung] : undefined;
};

/** Gives each majority the unit and kind of the entry that brought it. */
export function explained(story: Story): Majority[] {
  // An entry's own time may be approximate; another that a turn is given, as the beginning of the term, never is.
  const turns = story.majorities.map((m) => ({ ...m, about: m.about && m.at === m.since }));
  if (story.brief) return turns;
  const places = new Map(story.changes.map((c, i) => [c[1], i]));
  return turns.map((m) => {
    const change = story.changes[places.get(m.entry) ?? -1];
    return {
      ...m,
      unit: m.oneOfSeveral ? undefined : (m.unit ?? (change && change[2] >= 0 ? story.units[change[2]] : undefined)),
      fact: m.fact ?? doneBy(change),
    };
  });
}

/** Where something changed stage or a majority was crossed, in order: the places to which one steps. */
export function marksOf(story: Story): Mark[] {
  const marks: Mark[] = [];
  const places = new Map<number, Change>();
  /** When the electors of each place voted first. */
  const voted = new Map<number, number>();
  for (const change of story.changes) {
    if (!places.has(change[1])) places.set(change[1], change);
    const rung = ownRung(change);
    if (rung < CALLED || rung > COUNTED || change[2] < 0) continue;
    const electors = change[5] ? change[5][String(rung)] : [];
    if (rung === VOTED && !voted.has(change[2])) voted.set(change[2], change[0]);
    // Votes that come to stand on a later day were cast before: rival returns, of which one is taken.
    const decided = rung === VOTED && change[0] > voted.get(change[2])! && electors.some((n) => n > 0);
    marks.push({
      ms: change[0],
      entry: change[1],
      kind: 'stage',
      text: '',
      fact: decided ? 'decided' : FACTS[rung],
      unit: story.units[change[2]],
      stage: story.stages[rung],
      candidate: story.candidates[electors.indexOf(Math.max(...electors))],
    });
  }
  for (const m of story.majorities) {
    if (m.stage === 'in-office') continue;
    const { stage, candidate, fact, unit, about } = m;
    const of = { stage, candidate, about };
    const since = { ms: m.sinceMs, entry: m.entry, at: m.since, implied: m.implied };
    marks.push({ ...since, kind: 'majority', text: m.by, textEs: m.byEs, fact, unit, ...of });
    if (m.untilMs === undefined) continue;
    const change = places.get(m.undoneBy ?? -1);
    marks.push({
      ms: m.untilMs,
      entry: m.undoneBy ?? -1,
      kind: 'undone',
      text: m.undoneText ?? '',
      textEs: m.undoneTextEs,
      at: m.until,
      fact: doneBy(change),
      unit: change && change[2] >= 0 ? story.units[change[2]] : undefined,
      ...of,
    });
  }
  for (const m of story.marks) if (NATIONAL.has(m.kind)) marks.push(m);
  return marks.sort((a, b) => a.ms - b.ms || a.entry - b.entry);
}
