/** Two wordings of one sentence, cut where they differ. */

export interface VersionPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Words of each wording that are compared one by one; of longer ones only the ends. */
const mostWords = 400;

/** Takes two wordings; gives the words they share, in order, and what differs between (longest common subsequence of words). */
export function compareWordings(was: string, now: string): VersionPart[] {
  const [one, other] = [pieces(was), pieces(now)];
  let begin = 0;
  while (begin < one.length && begin < other.length && one[begin] === other[begin]) begin += 1;
  let [endOne, endOther] = [one.length, other.length];
  while (endOne > begin && endOther > begin && one[endOne - 1] === other[endOther - 1]) {
    endOne -= 1;
    endOther -= 1;
  }
  const [middleOne, middleOther] = [one.slice(begin, endOne), other.slice(begin, endOther)];
  const middle: VersionPart[] = Math.max(middleOne.length, middleOther.length) > mostWords ? [{ kind: 'gone', text: middleOne.join('') }, { kind: 'new', text: middleOther.join('') }] : common(middleOne, middleOther);
  return joined([{ kind: 'same', text: one.slice(0, begin).join('') }, ...middle, { kind: 'same', text: one.slice(endOne).join('') }]);
}

/** Words and what stands between them, so that they add up to the text. */
function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? [];
}

function common(one: readonly string[], other: readonly string[]): VersionPart[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = one[row] === other[column] ? lengths[(row + 1) * width + column + 1]! + 1 : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!);
    }
  }
  const parts: VersionPart[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    if (row < one.length && column < other.length && one[row] === other[column]) {
      parts.push({ kind: 'same', text: one[row]! });
      row += 1;
      column += 1;
    } else if (column >= other.length || (row < one.length && lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!)) {
      parts.push({ kind: 'gone', text: one[row]! });
      row += 1;
    } else {
      parts.push({ kind: 'new', text: other[column]! });
      column += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind become one part; what is gone stands before what is new. */
function joined(parts: readonly VersionPart[]): VersionPart[] {
  const result: VersionPart[] = [];
  for (const { kind, text } of parts) {
    if (text === '') continue;
    // Back over what differs since the last shared words: there a part of this kind may stand already, and a new one waits for a gone one.
    const run = kind === 'same' ? 1 : result.length - result.findLastIndex((part) => part.kind === 'same') - 1;
    const like = result.slice(result.length - run).find((part) => part.kind === kind);
    if (like) like.text += text;
    else result.splice(kind === 'gone' ? result.length - run : result.length, 0, { kind, text });
  }
  return result;
}
