import type { Change, Majority, Mark, Story } from './api';

const FACTS = ['returns', 'call', 'certification', 'ascertainment', 'elector-votes', 'counted'];
/** What the server marks beside the turns that are read off the changes here. */
const NATIONAL = new Set(['objection', 'declared', 'oath', 'call', 'contingent', 'death', 'withdrawal']);

/** The highest rung that a change touches is its own fact's; lower ones follow from it. */
const ownRung = (change: Change): number => (change[5] ? Math.max(...Object.keys(change[5]).map(Number)) : -1);

const doneBy = (change?: Change): string | undefined => {
  const rung = change ? ownRung(change) : -1;
  return rung >= 0 ? FACTS[rung] : undefined;
};

/** Gives each majority the unit and kind of the entry that brought it, and says where a later stage implied it. */
export function explained(story: Story): Majority[] {
  if (story.brief) return story.majorities;
  const places = new Map(story.changes.map((c, i) => [c[1], i]));
  return story.majorities.map((m) => {
    const change = story.changes[places.get(m.entry) ?? -1];
    const own = change ? ownRung(change) : -1,
      rung = story.stages.indexOf(m.stage);
    return {
      ...m,
      unit: m.unit ?? (change && change[2] >= 0 ? story.units[change[2]] : undefined),
      fact: m.fact ?? doneBy(change),
      implied: m.implied ?? (rung >= 2 && own > rung),
    };
  });
}

/** Where something changed stage or a majority was crossed, in order: the places to which one steps. */
export function marksOf(story: Story): Mark[] {
  const marks: Mark[] = [];
  for (const change of story.changes) {
    const rung = ownRung(change);
    if (rung < 1 || rung > 5 || change[2] < 0) continue;
    const unit = story.units[change[2]],
      electors = change[5] ? change[5][String(rung)] : [];
    const most = electors.indexOf(Math.max(...electors));
    marks.push({
      ms: change[0],
      entry: change[1],
      kind: 'stage',
      text: '',
      fact: FACTS[rung],
      unit,
      stage: story.stages[rung],
      candidate: story.candidates[most],
    });
  }
  for (const m of story.majorities) {
    if (m.stage === 'in-office') continue;
    marks.push({
      ms: m.sinceMs,
      entry: m.entry,
      kind: 'majority',
      text: m.by,
      fact: m.fact,
      unit: m.unit,
      stage: m.stage,
      candidate: m.candidate,
      at: m.since,
      about: m.about,
    });
    if (m.untilMs !== undefined)
      marks.push({
        ms: m.untilMs,
        entry: m.undoneBy ?? -1,
        kind: 'undone',
        text: m.undoneText ?? '',
        stage: m.stage,
        candidate: m.candidate,
      });
  }
  for (const m of story.marks) if (NATIONAL.has(m.kind)) marks.push(m);
  return marks.sort((a, b) => a.ms - b.ms || a.entry - b.entry);
}
