// The fields of a paper as they are typed: digits alone where a number stands, days as eight digits, nothing pasted.

import { html, type TemplateResult } from 'lit';
import { number } from '../words/words';
import { fieldName } from './naming';

const WORDS = new Set(['/authority']);
const DAY = '/at';

export const isNumber = (path: string): boolean => path !== DAY && !WORDS.has(path);

/** What is sent of what was typed: 20281120 is a day, and a number has no separators. */
export function sent(path: string, text: string): string {
  const plain = text.trim();
  if (WORDS.has(path)) return plain;
  const digits = plain.replace(/[,\s]/g, '');
  const day = path === DAY && /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(digits);
  return day ? `${day[1]}-${day[2]}-${day[3]}` : digits;
}

/** How it is shown once the field is left. */
export function shown(path: string, text: string): string {
  const plain = sent(path, text);
  return isNumber(path) && /^\d+$/.test(plain) ? number(Number(plain)) : plain;
}

/** What a field was left with. */
export interface Left {
  path: string;
  text: string;
}

/**
 * One field a line, in the paper's order, under the names of their groups.
 *
 * @param left hears of each field that is left
 */
export function fieldRows(
  paths: readonly string[],
  texts: Readonly<Record<string, string>>,
  left: (field: Left) => void,
): TemplateResult {
  let group = '';
  return html`<ul class="fields">${paths.map((path) => {
    const { group: of, name } = fieldName(path);
    const isNew = of !== group;
    group = of;
    return html`${isNew ? html`<li class="group" role="presentation">${of}</li>` : ''}
      <li class="field ${WORDS.has(path) ? 'long' : ''}"><label for=${path}>${name}</label>
        <input id=${path} name=${path} .value=${shown(path, texts[path] ?? '')} autocomplete="off" spellcheck="false"
          aria-description=${of} inputmode=${WORDS.has(path) ? 'text' : 'numeric'} data-lpignore="true"
          @focus=${bare} @paste=${refuse} @drop=${refuse} @beforeinput=${WORDS.has(path) ? undefined : digitsAlone}
          @blur=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            left({ path, text: sent(path, input.value) });
            input.value = shown(path, input.value);
          }} /></li>`;
  })}</ul>`;
}

/** While it is typed it stands as it is typed. */
function bare(event: Event): void {
  const input = event.target as HTMLInputElement;
  input.value = sent(input.name, input.value);
}

const refuse = (event: Event): void => event.preventDefault();

function digitsAlone(event: InputEvent): void {
  if (event.data && !/^[\d-]*$/.test(event.data)) event.preventDefault();
}

/**
 * Enter leads to the next field and from the last to the button; with Shift back. Letters are typed, and + and - are
 * for the picture.
 */
export function stepped(event: KeyboardEvent, scan: { larger(): void; smaller(): void } | null): void {
  const input = event.target as HTMLInputElement;
  if (!input.matches('.field input')) return;
  if (event.key === '+' && isNumber(input.name)) scan?.larger();
  else if (event.key === '-' && isNumber(input.name)) scan?.smaller();
  else if (event.key === 'Enter') {
    const form = input.form!;
    const all = [...form.querySelectorAll<HTMLElement>('.field input, button.act')];
    all[all.indexOf(input) + (event.shiftKey ? -1 : 1)]?.focus();
  } else return;
  event.preventDefault();
}
