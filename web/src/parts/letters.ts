import { html, type TemplateResult } from 'lit';
import { say } from '../words/words';

/**
 * Single letters, figures and signs as commands, for every page. Whoever speaks to their computer, or strikes a key by
 * accident, can turn them off (WCAG 2.1.4); the choice stays in their own browser and is sent nowhere.
 */
const NAME = 'single-letters';
const OFF = 'off';

/** Where the browser keeps nothing, the choice holds for as long as the page is open. */
let here = '';

export function lettersWork(): boolean {
  try {
    return (localStorage.getItem(NAME) ?? here) !== OFF;
  } catch {
    return here !== OFF;
  }
}

function choose(work: boolean): void {
  here = work ? '' : OFF;
  try {
    if (work) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, OFF);
  } catch {
    // kept for this page
  }
}

/** Whether somebody is writing, so that a key is what they write. */
const isWriting = (target: Element) =>
  !!target.closest?.('input, select, textarea, [contenteditable]') && !target.matches('[type=checkbox], [type=radio]');

/** What a key stroke commands, as the one character that it is; empty where it commands nothing. */
export function command(event: KeyboardEvent): string {
  const isOne = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isOne && lettersWork() && !isWriting(event.target as Element) ? event.key : '';
}

/** The choice itself, to stand beside the keys that it is about. */
export const letterChoice = (): TemplateResult =>
  html`<label class="letters"><input type="checkbox" .checked=${lettersWork()} @change=${(e: Event) =>
    choose((e.target as HTMLInputElement).checked)} /> ${say('letters')}</label>`;

/** Keys with what they do, and the choice whether they do it. */
export const keysAtFoot = (keys: [key: string, does: string][]): TemplateResult =>
  html`<p class="keys note">${keys.map(([key, does]) => html`<span><kbd>${key}</kbd> ${does}</span> `)}
    ${letterChoice()}</p>`;
