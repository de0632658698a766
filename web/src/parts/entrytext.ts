import { html, type TemplateResult } from 'lit';
import type { Entry } from '../model/api';
import type { Scene } from '../model/scene';
import { list, number, say } from '../words/words';
import { outcomeTold } from './cases';
import { nameOf, sentence } from './marks';
import { unitName } from './reading';

/** What every entry has; what is left of it is what it says. */
const COMMON = new Set([
  'index',
  'recorded',
  'recordedBy',
  'fact',
  'at',
  'learned',
  'source',
  'about',
  'note',
  'basis',
]);

type Figures = Record<string, number>;

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Votes of tickets, the most first, with those for others. */
function votes(scene: Scene, entry: Entry): string {
  const figures = Object.entries((entry.votes ?? {}) as Figures).sort((a, b) => b[1] - a[1]);
  const told = figures.map(([ticket, n]) => `${ticketName(scene, ticket)} ${number(n)}`);
  if (typeof entry.other === 'number') told.push(`${say('pv.others')} ${number(entry.other)}`);
  return told.join(', ');
}

const ticketName = (scene: Scene, ticket: string) =>
  nameOf(scene, scene.meta?.tickets.find((t) => t.id === ticket)?.president ?? ticket);

const people = (scene: Scene, figures: unknown): string =>
  Object.entries((figures ?? {}) as Figures)
    .sort((a, b) => b[1] - a[1])
    .map(([id, n]) => `${ticketName(scene, id)} ${number(n)}`)
    .join(', ');

/** Elector votes by office; until 1800 an elector cast two for one. */
function ballots(scene: Scene, entry: Entry): string {
  const offices = ['president', 'vicePresident', 'both'].filter((office) => entry[office]);
  return offices.map((office) => `${say(`office.${office}`)}: ${people(scene, entry[office])}`).join('; ');
}

/** An entry as a sentence in the reader's language; a kind that has none is told by its own fields. */
export function entryTold(scene: Scene, entry: Entry): string | TemplateResult {
  const place = unitName(scene, words(entry.unit) || words(entry.jurisdiction));
  const who = ticketName(scene, words(entry.for) || words(entry.person) || words(entry.toward));
  const blanks = { place, who, caller: words(entry.caller), authority: words(entry.authority) };
  switch (entry.fact) {
    case 'returns':
      return say('entry.returns', { ...blanks, figures: votes(scene, entry) });
    case 'call':
    case 'call-withdrawn':
      return say(entry.unit === 'US' ? 'entry.call.nation' : `mark.${entry.fact}`, blanks);
    case 'certification':
      return say('entry.certification', { ...blanks, figures: votes(scene, entry) });
    case 'ascertainment':
      return say('entry.ascertainment', { ...blanks, figures: people(scene, entry.electors) });
    case 'elector-votes':
      return say('entry.electors', { ...blanks, figures: ballots(scene, entry) });
    case 'counted':
    case 'declared': {
      const figures = ballots(scene, entry);
      const key = figures ? `entry.${entry.fact}` : entry.fact === 'counted' ? 'mark.counted' : 'mark.declared';
      return say(key, { ...blanks, figures });
    }
    case 'challenge':
      return sentence(list([words(entry.name), words(entry.venue)].filter(Boolean)));
    case 'ruling':
      return sentence(`${words(entry.challenge)}: ${outcomeTold(words(entry.outcome))}`);
    case 'oath':
      return say('entry.oath', { who, office: words(entry.office) });
    case 'acknowledgement':
      return acknowledged(scene, entry, who);
    case 'election':
      return sentence(list(((entry.candidates ?? []) as { name: string }[]).map((c) => c.name)));
    default:
      return html`<span lang="en">${fields(entry)}</span>`;
  }
}

function acknowledged(scene: Scene, entry: Entry, who: string): string {
  const actor = [words(entry.actor), words(entry.country)].filter(Boolean).join(', ');
  const quote = words(entry.quote) || ((entry.quotes ?? []) as string[]).join(' ');
  const toward = scene.story?.candidates.includes(words(entry.toward)) ? `, ${say('entry.toward', { who })}` : '';
  return sentence(`${actor}${toward}${quote ? `: “${quote}”` : ''}`);
}

/** The fields of an entry as the record has them, numbers with separators. */
function fields(entry: Entry): string {
  return Object.entries(entry)
    .filter(([name]) => !COMMON.has(name))
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value).replace(/["{}[\]]/g, '');
      return `${name} ${text.replace(/([:,])/g, '$1 ').replace(/\b\d{5,}\b/g, (n) => number(Number(n)))}`;
    })
    .join(' · ')
    .slice(0, 400);
}
