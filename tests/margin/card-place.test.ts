import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, inView, placeCard, type PlaceRequest } from '../../lib/margin/card-place.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, right: left + width, bottom: top + height });
const view = box(0, 0, 1200, 900);
const card = { width: 372, height: 400 };

/** The box that the card really takes. */
function taken(request: PlaceRequest): Box {
  const place = placeCard(request);
  return box(place.left, place.top, place.width, Math.min(request.card.height, place.maxHeight));
}

const overlaps = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

describe('the card', () => {
  it('sits below the words where there is room', () => {
    expect(placeCard({ words: [box(200, 100, 80, 20)], card, view }).side).toBe('below');
  });

  it('sits above them near the end of the viewport', () => {
    expect(placeCard({ words: [box(200, 850, 80, 20)], card, view }).side).toBe('above');
  });

  it('sits beside them where neither has room for all of it', () => {
    expect(placeCard({ words: [box(100, 150, 300, 600)], card, view }).side).toBe('right');
  });

  it('keeps its side while it grows', () => {
    const words = [box(200, 440, 80, 20)];
    expect(placeCard({ words, card: { width: 372, height: 100 }, view }).side).toBe('below');
    expect(placeCard({ words, card: { width: 372, height: 700 }, view, keep: 'below' }).side).toBe('below');
  });

  it('is a sheet at 320 px, at the end away from the words', () => {
    const phone = box(0, 0, 320, 640);
    expect(placeCard({ words: [box(10, 100, 100, 20)], card, view: phone }).side).toBe('sheet-bottom');
    expect(placeCard({ words: [box(10, 580, 100, 20)], card, view: phone }).side).toBe('sheet-top');
  });

  it('leaves the pointed line free when the words fill the viewport', () => {
    const lines = Array.from({ length: 45 }, (_, line) => box(0, line * 20, 1200, 18));
    const request = { words: lines, card, view, point: { x: 500, y: 609 } };
    expect(overlaps(taken(request), lines[30]!)).toBe(false);
  });

  it('follows the visual viewport of a pinched page', () => {
    const seen = box(400, 300, 600, 450);
    const place = taken({ words: [box(500, 400, 60, 20)], card: { width: 300, height: 200 }, view: seen });
    expect(place.left).toBeGreaterThanOrEqual(seen.left);
    expect(place.bottom).toBeLessThanOrEqual(seen.bottom);
  });

  it('never covers one line of words nor leaves the viewport, whatever its size', () => {
    const size = (least: number, most: number) => fc.integer({ min: least, max: most });
    fc.assert(
      fc.property(size(320, 2000), size(420, 1400), size(0, 100), size(0, 100), size(20, 300), size(12, 40), size(280, 400), size(40, 900), (width, height, x, y, wordWidth, lineHeight, cardWidth, cardHeight) => {
        const seen = box(0, 0, width, height);
        const words = [box((x / 100) * (width - Math.min(wordWidth, width)), (y / 100) * (height - lineHeight), Math.min(wordWidth, width), lineHeight)];
        const place = taken({ words, card: { width: cardWidth, height: cardHeight }, view: seen });
        expect(overlaps(place, words[0]!)).toBe(false);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.right).toBeLessThanOrEqual(width);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.bottom).toBeLessThanOrEqual(height);
      }),
    );
  });
});

describe('words scrolled away', () => {
  it('are those of which no line is left in view', () => {
    expect(inView([box(0, -30, 10, 20)], view)).toBe(false);
    expect(inView([box(0, -30, 10, 20), box(0, -5, 10, 20)], view)).toBe(true);
  });
});
