import { ask, type Change, type Story } from './api';
import { scene } from './scene';

interface Arrival { index: number; ms: number; text: string; change?: Change }

let source: EventSource | undefined;
let waiting: Arrival[] = [];
let frame = 0;

/** Listens to a running election. The browser itself comes back after a broken connection, naming the last entry it saw. */
export function listen(announce: (text: string) => void): void {
  source?.close();
  source = undefined;
  if (!scene.live) return;
  source = new EventSource(`/api/elections/${scene.election}/live`);
  source.addEventListener('entry', (event) => {
    waiting.push(JSON.parse((event as MessageEvent).data));
    // Many entries in one frame are drawn once, and announced as the last of them.
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const arrived = waiting;
      waiting = [];
      take(arrived);
      announce(arrived.at(-1)!.text);
    });
  });
  source.onerror = () => { scene.lost = true; scene.changed(); };
  source.onopen = () => { if (scene.lost) { scene.lost = false; void again(); } };
}

let renew = 0;

function take(arrived: Arrival[]): void {
  const { telling, meta } = scene;
  if (!telling || !meta) return;
  for (const { change, ms, index } of arrived) {
    meta.entries = Math.max(meta.entries, index + 1);
    meta.lastMs = Math.max(meta.lastMs, ms);
    if (change) telling.append(change);
  }
  scene.dispatchEvent(new CustomEvent('arrived', { detail: arrived }));
  scene.end = Math.max(scene.end, meta.lastMs);
  if (scene.following) scene.go(meta.lastMs, true); else scene.changed();
  // Majorities and marks are the server's to tell; they are asked for at most every two seconds.
  if (!renew) renew = setTimeout(() => { renew = 0; void again(); }, 2000) as unknown as number;
}

async function again(): Promise<void> {
  try {
    const story = await ask<Story>(scene.election, 'story');
    scene.take(story);
    if (scene.following && scene.meta) scene.ms = Math.max(scene.ms, story.changes.at(-1)?.[0] ?? 0);
    scene.changed();
    void scene.fetchStanding();
  } catch {
    scene.lost = true;
    scene.changed();
  }
}
