import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLabels } from './default-labels.ts';

describe('cleanLabels', () => {
  it('drops spaces around labels, empty labels and repetitions, and keeps the order', () => {
    expect(cleanLabels([' night ', '', 'test', 'night', '  '])).toEqual({ ok: true, value: ['night', 'test'] });
  });

  it('refuses a control character, naming the label by its place', () => {
    expect(cleanLabels(['test', 'a\u0007b'])).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(cleanLabels(['test', 'a\u0007b']))).toContain('Label 2');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '\t', '\n', '\u0000', '\u00a0', '\ufeff', '🚪') })),
        (labels) => {
          const once = cleanLabels(labels);
          if (once.ok) expect(cleanLabels(once.value)).toEqual(once);
        },
      ),
    );
  });
});
