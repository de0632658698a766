import { html, type TemplateResult } from 'lit';
import { say, speaking, worded, wordedIn } from '../words/words';

/** What an answer words in both languages, in the reader's, and marked with the language that it is in. */
export const inWords = (english?: string, spanish?: string): TemplateResult =>
  html`<span lang=${wordedIn(spanish)}>${worded(english, spanish)}</span>`;

/** What a server answered that could not do what it was asked: it says so in English. */
export const asAnswered = (refusal: string): TemplateResult =>
  speaking() === 'en' ? html`${refusal}` : html`${say('answered')} <span lang="en">${refusal}</span>`;
