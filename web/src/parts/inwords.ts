import { html, type TemplateResult } from 'lit';
import { worded, wordedIn } from '../words/words';

/** What an answer words in both languages, in the reader's, and marked with the language that it is in. */
export const inWords = (english?: string, spanish?: string): TemplateResult =>
  html`<span lang=${wordedIn(spanish)}>${worded(english, spanish)}</span>`;
