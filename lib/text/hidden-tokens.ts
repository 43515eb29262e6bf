/** Tokens that clause analysis must not see: those in quotation marks and in brackets belong to another level. */
import { placesOf, questionIn } from './places.ts';
import type { Reading } from './reading.ts';

export const visible = 0;
export const quoted = 1;
export const bracketed = 2;

const isBracket = questionIn(new Set(['(', '[', ')', ']']));

/** Gives for each token `visible`, `quoted` (marks included) or `bracketed`. Linear; a bracket that never closes in its block hides nothing. */
export function hiddenTokens(reading: Reading): Uint8Array {
  const { tokens, quotations, blocks } = reading;
  const hidden = new Uint8Array(tokens.length);
  let at = 0;
  for (const { begin, end, depth } of quotations) {
    if (depth > 0) continue;
    while (at < tokens.length && tokens[at]!.begin < begin) at += 1;
    for (; at < tokens.length && tokens[at]!.end <= end; at += 1) hidden[at] = quoted;
  }
  let block = 0;
  let open: number[] = [];
  for (const token of placesOf(reading, isBracket)) {
    const { begin, lower } = tokens[token]!;
    while (block < blocks.length && begin >= blocks[block]!.end) {
      block += 1;
      open = [];
    }
    if (lower === '(' || lower === '[') open.push(token);
    else if ((lower === ')' || lower === ']') && open.length > 0) {
      const from = open.pop()!;
      if (open.length === 0) for (let inside = from; inside <= token; inside += 1) if (hidden[inside] === visible) hidden[inside] = bracketed;
    }
  }
  return hidden;
}
