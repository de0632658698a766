import type { Arrival } from '../model/living';
import type { Scene } from '../model/scene';
import { say, speaking, worded, wordedIn } from '../words/words';
import { cause } from './marks';

export interface Announced {
  text: string;
  lang: string;
}

/** Shorter pauses would cut off what a screen reader is saying. */
const PAUSE = 4_000;
const IN_WORDS = new Set(['returns', 'certification', 'ascertainment', 'elector-votes', 'counted']);

/**
 * Tells screen readers what arrives: the first at once, then every few seconds the one that weighs most, and how
 * many there were.
 */
export class Announcer {
  private heard: Arrival[] = [];
  private resting = false;

  constructor(
    private readonly scene: Scene,
    private readonly announce: (what: Announced) => void,
  ) {}

  hear = (arrived: Arrival[]): void => {
    this.heard.push(...arrived);
    if (!this.resting) this.speak();
  };

  private speak(): void {
    this.resting = this.heard.length > 0;
    if (!this.resting) return;
    const one = this.heard.findLast((a) => a.fact !== 'returns') ?? this.heard.at(-1)!;
    const own = IN_WORDS.has(one.fact) ? cause(this.scene, { fact: one.fact, unit: one.unit }) : '';
    const others = this.heard.length - 1;
    const text = own || worded(one.text, one.textEs).replace(/\.?$/, '.');
    this.announce({
      text: `${text} ${others ? say('announce.more', { n: others }) : ''}`.trim(),
      lang: own ? speaking() : wordedIn(one.textEs),
    });
    this.heard = [];
    setTimeout(() => this.speak(), PAUSE);
  }
}
