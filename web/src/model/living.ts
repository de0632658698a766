import type { LiveEvent, Meta, Story } from './api';
import { address, ask } from './asking';
import { scene } from './scene';

/** A new entry; where it changes too much to be told, what it changes is told by the whole story alone. */
export type Arrival = LiveEvent & { reload?: boolean };

/** What the story says of the nation beside its rows: who hears one of these asks for the story again. */
const OF_THE_NATION = new Set([
  'call-withdrawn',
  'objection',
  'declared',
  'contingent-ballot',
  'oath',
  'death',
  'withdrawal',
  'election',
]);
const SOON = 500;
const AGAIN = 2_000;
/** A standing says of tallies no more than the story does, apart from what is settled. */
const TALLIED = 15_000;
const CAME_BACK = 5_000;

let source: EventSource | undefined;
let waiting: Arrival[] = [];
/** What came since the story at hand was asked for, so that a newer story does not lose it. */
let since: Arrival[] = [];
let frame = 0;
let storyDue = 0;
let standingDue = 0;
let standingAt = 0;
let told: (arrived: Arrival[]) => void = () => undefined;

/** Listens to a running election from the end of the story at hand; {@code tell} hears what arrived, frame by frame. */
export function listen(tell: (arrived: Arrival[]) => void): void {
  told = tell;
  source?.close();
  source = undefined;
  since = [];
  if (scene.live && scene.story) connect();
}

function connect(): void {
  // After a broken connection the browser itself comes back and names the last entry that it saw.
  source = new EventSource(address(scene.election, 'live', { after: String(scene.heard - 1) }));
  const mine = source;
  source.addEventListener('entry', (event) => {
    waiting.push(JSON.parse((event as MessageEvent).data));
    scene.heardAt = Date.now();
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const arrived = waiting;
      waiting = [];
      take(arrived);
    });
  });
  source.onerror = () => {
    lost();
    if (mine.readyState === EventSource.CLOSED)
      setTimeout(
        () => {
          if (source === mine) connect();
        },
        CAME_BACK * (0.5 + Math.random()),
      );
  };
  source.onopen = () => {
    if (scene.lost) {
      scene.lost = false;
      scene.changed();
      void sameRecord();
    }
  };
}

/** A server that came back may have begun again: then the story at hand is another one. */
async function sameRecord(): Promise<void> {
  const meta = await ask<Meta>(scene.election).catch(() => undefined);
  if (meta && meta.entries < scene.heard) {
    since = [];
    scene.heard = 0;
    void again();
  } else due(0, SOON);
}

function take(arrived: Arrival[]): void {
  const { telling, meta } = scene;
  const fresh = arrived.filter((a) => a.index >= scene.heard);
  if (!telling || !meta || !fresh.length) return;
  since.push(...fresh);
  const whole = apply(fresh);
  scene.dispatchEvent(new CustomEvent('arrived', { detail: fresh }));
  told(fresh);
  if (scene.following) scene.follow();
  else scene.changed();
  if (whole) due(SOON);
  due(0, fresh.every((a) => a.fact === 'returns') ? TALLIED : AGAIN);
}

/** Puts entries into the story at hand; true where only the whole story tells what they mean. */
function apply(fresh: Arrival[]): boolean {
  const telling = scene.telling!,
    meta = scene.meta!;
  const before = telling.holders();
  let rungs = false,
    missed = false;
  for (const { index, ms, change, further, kept } of fresh) {
    const rows = change ? [change, ...(further ?? [])] : [];
    missed ||= (kept ?? 0) > telling.story.changes.length;
    telling.take(rows, kept);
    rungs ||= kept !== undefined || rows.some((row) => row[5]);
    scene.heard = Math.max(scene.heard, index + 1);
    meta.lastMs = Math.max(meta.lastMs ?? ms, ms);
    meta.firstMs = Math.min(meta.firstMs ?? ms, ms);
  }
  meta.entries = Math.max(meta.entries, scene.heard);
  if (rungs) scene.remark();
  else scene.measure();
  const turned = telling.holders().some((who, rung) => who !== before[rung]);
  if (turned || missed) return true;
  return fresh.some((a) => a.reload || OF_THE_NATION.has(a.fact) || (a.fact === 'call' && a.unit === 'US'));
}

/**
 * Asks for story or standing after a while, once for all that comes till then; readers by the thousand not all at
 * once.
 */
function due(story: number, standing = 0): void {
  if (story)
    storyDue ||= later(story, () => {
      storyDue = 0;
      void again();
    });
  if (!standing) return;
  const at = performance.now() + standing;
  if (standingDue && standingAt <= at) return;
  clearTimeout(standingDue);
  standingAt = at;
  standingDue = later(standing, () => {
    standingDue = 0;
    void scene.fetchStanding();
  });
}

const later = (ms: number, what: () => void) => setTimeout(what, ms * (1 + Math.random() / 2)) as unknown as number;

function lost(): void {
  scene.lost = true;
  scene.changed();
}

async function again(): Promise<void> {
  const { election } = scene;
  try {
    const story = await ask<Story>(election, 'story');
    if (election !== scene.election) return;
    scene.take(story);
    since = since.filter((a) => a.index >= story.entries);
    apply(since);
    if (scene.following) scene.follow();
    else scene.changed();
    due(0, SOON);
  } catch {
    lost();
  }
}
