import { jurisdictionNameIn } from '../model/names';
import { knows, say } from '../words/words';
import type { Draft, Proposal } from './answers';
import { desk } from './store';

/** A unit's name as readers know it; counties by the name that the record has. */
export function unitName(id = ''): string {
  if (id === 'US') return say('desk.nation');
  const { meta } = desk;
  return (meta && jurisdictionNameIn(meta, id)) ?? id;
}

/** "Biden and Harris" of a ticket, "Joe Biden" of a candidate. */
export function ticketName(id: string): string {
  const ticket = desk.meta?.tickets.find((each) => each.id === id);
  if (!ticket) return candidateName(id);
  const both = [ticket.president, ticket.vicePresident].filter((each): each is string => !!each);
  return both.map(surname).join(` ${say('desk.and')} `);
}

export const candidateName = (id: string): string => desk.meta?.candidates.find((each) => each.id === id)?.name ?? id;

/** The last word of a name that is no "Jr."; what is typed to stand by a call. */
export function surname(id: string): string {
  const words = candidateName(id)
    .split(' ')
    .filter((word) => !/^(Jr|Sr|I+|IV)\.?,?$/.test(word));
  return (words.at(-1) ?? id).replace(/,$/, '');
}

/** The field of a paper in words: "Votes" and "Biden and Harris" of /votes/biden. */
export function fieldName(path: string): { group: string; name: string } {
  const [, head = '', of] = path.split('/');
  if (!of)
    return { group: say(`group.${head === 'at' || head === 'authority' ? 'signed' : 'votes'}`), name: plain(head) };
  return {
    group: say(`group.${head}`),
    name: head === 'votes' || head === 'electors' ? ticketName(of) : candidateName(of),
  };
}

const plain = (head: string): string => (knows(`field.${head}`) ? say(`field.${head}`) : head);

export const kindName = (kind: string): string => (knows(`kind.${kind}`) ? say(`kind.${kind}`) : kind);

/** What a fact says, in a line. */
export function factLine(fact: Draft): string {
  const unit = unitName(String(fact.unit ?? fact.jurisdiction ?? ''));
  if (fact.fact === 'call')
    return say('says.call', { caller: String(fact.caller), unit, who: candidateName(String(fact.for)) });
  if (fact.fact === 'call-withdrawn') return say('says.call-withdrawn', { caller: String(fact.caller), unit });
  if (fact.fact === 'retraction') return say('says.retraction', { entry: String(fact.retracts) });
  if (fact.fact === 'correction')
    return say('says.correction', { entry: String(fact.corrects), what: factLine(fact.with as Draft) });
  return unit ? say('says.of', { what: kindName(fact.fact), unit }) : kindName(fact.fact);
}

/** What a proposal is about, in a line. */
export function titleOf(proposal: Proposal): string {
  const { facts, kind, unit } = proposal;
  if (facts?.length) return factLine(facts[0]!);
  return unit ? say('says.of', { what: kindName(kind), unit: unitName(unit) }) : kindName(kind);
}
