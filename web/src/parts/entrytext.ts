import { html, type TemplateResult } from 'lit';
import type { Entry } from '../model/api';
import type { Scene } from '../model/scene';
import { list, number, say } from '../words/words';
import { outcomeTold } from './cases';
import { given } from '../model/moments';
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
  const n = Number(entry.number ?? entry.ballot ?? entry.corrects ?? entry.retracts ?? 0);
  const chamber = entry.chamber ? say(`chamber.${words(entry.chamber)}`) : '';
  switch (entry.fact) {
    case 'returns':
    case 'certification':
      return say(`entry.${entry.fact}`, { ...blanks, figures: votes(scene, entry) });
    case 'ranked-returns':
      return say('entry.ranked-returns', blanks);
    case 'lot':
      return say(entry.out ? 'entry.lot.out' : 'entry.lot', { place, who: who || ticketName(scene, words(entry.out)) });
    case 'audit-round': {
      const differ = Object.values((entry.discrepancies ?? {}) as Figures).reduce((sum, each) => sum + each, 0);
      const found = differ ? say('entry.audit-round.some', { n: differ }) : say('entry.audit-round.none');
      const cards = number(Number(entry.cards));
      return say(`entry.audit-round.${words(entry.kind)}`, { place, cards, found, figures: votes(scene, entry) });
    }
    case 'call':
    case 'call-withdrawn':
      return say(entry.unit === 'US' ? 'entry.call.nation' : `mark.${entry.fact}`, blanks);
    case 'ascertainment':
      return say('entry.ascertainment', { ...blanks, figures: people(scene, entry.electors) });
    case 'elector-votes':
      return say('entry.electors', { ...blanks, figures: ballots(scene, entry) });
    case 'counted':
    case 'declared': {
      const figures = ballots(scene, entry);
      return say(figures ? `entry.${entry.fact}` : `mark.${entry.fact}`, { ...blanks, figures });
    }
    case 'appointment': {
      const figures = people(scene, entry.electors);
      return say('entry.appointment', { ...blanks, n, figures: figures && `: ${figures}` });
    }
    case 'not-appointed':
      return html`${say('entry.not-appointed', { ...blanks, n })} ${asGiven(entry.reason)}`;
    case 'objection': {
      const names = ((entry.signers ?? []) as string[]).join(', ');
      const by = names && say('entry.objection.by', { names });
      return say(entry.received === false ? 'entry.objection.not' : 'entry.objection', { place, by });
    }
    case 'chamber-vote':
      return say('entry.chamber-vote', { place, chamber, ...numbers(entry, 'sustain', 'reject') });
    case 'commission-ruling': {
      const [inFavour, against] = [Number(entry.for), Number(entry.against)];
      return say('entry.commission-ruling', { place, inFavour, against, slate: words(entry.slate) });
    }
    case 'contingent-ballot':
      return say('entry.contingent-ballot', { chamber, n, figures: chosen(scene, entry) });
    case 'voting-extended':
      return say('entry.voting-extended', { place, day: given(words(entry.until)) });
    case 'count-opened':
    case 'death':
    case 'withdrawal':
      return say(`mark.${entry.fact}`, blanks);
    case 'challenge':
      return html`${asGiven(entry.name)}${entry.venue ? html`, ${asGiven(entry.venue)}` : ''}.`;
    case 'ruling': {
      const known = scene.standing?.challenges?.flatMap((c) => c.rulings).find((r) => r.entry === entry.index);
      return html`${words(entry.challenge)}: ${outcomeTold(known ?? { outcome: words(entry.outcome) })}.`;
    }
    case 'oath':
      return say('entry.oath', { who, office: say(`office.${words(entry.office)}`) });
    case 'acknowledgement':
      return acknowledged(scene, entry, who);
    case 'statement':
      return stated(entry);
    case 'coverage':
      return held(scene, entry);
    case 'addition':
      return say('entry.addition', { names: list(added(entry)) });
    case 'correction':
      return html`${say('entry.correction', { n })}${entryTold(scene, { ...(entry.with as Entry), index: entry.index })}
        ${say('entry.reason')}${asGiven(entry.reason)}`;
    case 'retraction':
      return html`${say('entry.retraction', { n })} ${asGiven(entry.reason)}`;
    case 'election':
      return sentence(list(((entry.candidates ?? []) as { name: string }[]).map((c) => c.name)));
    default:
      return html`<span lang="en">${fields(entry)}</span>`;
  }
}

/** The record's own words. */
const asGiven = (text: unknown): TemplateResult => html`<span lang="en">${words(text)}</span>`;

const numbers = (entry: Entry, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, Number(entry[name])]));

function stated(entry: Entry): TemplateResult {
  const { actor, body, text, quote } = entry;
  const who = words(actor) + (body ? ` (${words(body)})` : '');
  return html`${asGiven(who)}: ${asGiven(text)}${quote ? html` ${asGiven(`“${words(quote)}”`)}` : ''}`;
}

/** What the record says of itself. */
function held(scene: Scene, entry: Entry): string {
  const units = (entry.units ?? []) as string[];
  return say('entry.coverage', {
    matter: say(`matter.${words(entry.of)}`),
    by: entry.caller ? say('entry.coverage.by', { caller: words(entry.caller) }) : '',
    places: units.length ? say('entry.coverage.places', { places: list(units.map((u) => unitName(scene, u))) }) : '',
    extent: say(`extent.${words(entry.extent)}`),
    until: entry.until ? say('entry.coverage.until', { day: given(words(entry.until)) }) : '',
  });
}

/** Who and what an addition declares. */
function added(entry: Entry): string[] {
  const declared = ['candidates', 'tickets', 'callers'].flatMap(
    (kind) => (entry[kind] ?? []) as { id: string; name?: string }[],
  );
  return [...declared.map(({ id, name }) => name ?? id), ...((entry.returnsFrom ?? []) as string[])];
}

/** Of a ballot of a chamber: so many states or Senators for each. */
function chosen(scene: Scene, entry: Entry): string {
  if (entry.senators) return people(scene, entry.senators);
  const states = new Map<string, number>();
  for (const who of Object.values((entry.states ?? {}) as Record<string, string>))
    states.set(who, (states.get(who) ?? 0) + 1);
  return [...states]
    .sort((a, b) => b[1] - a[1])
    .map(([who, n]) => `${who === 'divided' ? say('entry.divided') : nameOf(scene, who)} ${number(n)}`)
    .join(', ');
}

function acknowledged(scene: Scene, entry: Entry, who: string): TemplateResult {
  const actor = [words(entry.actor), words(entry.country)].filter(Boolean).join(', ');
  const quote = words(entry.quote) || ((entry.quotes ?? []) as string[]).join(' ');
  const toward = scene.story?.candidates.includes(words(entry.toward)) ? `, ${say('entry.toward', { who })}` : '';
  return html`${asGiven(actor)}${toward}${quote ? html`: ${asGiven(`“${quote}”`)}` : '.'}`;
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
