import fc from 'fast-check';

/** Names from servers at their worst: any code unit, reserved words, dots, combining marks. */
export const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map(units => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        ' ',
        '/',
        '\\',
        '\0',
        'CON',
        'com1',
        'NUL.txt',
        '%',
        '~',
        '~12ab',
        'new_',
        'header_',
        'A',
        'a',
        '\u0301',
        'é',
        '👩‍👩‍👧',
        '_1',
        'x'.repeat(300),
        '日本語',
        '\u2028',
        '\u2029',
        '\u0085',
        '\r\n',
        '\ufeff',
        'e\u0301',
        '.mailstow',
        '.uidvalidity',
        '=5',
        '~0123456789abcdef',
        '\ud800',
        '\udc00',
        'Very long level '.repeat(5),
      ),
      { maxLength: 5 },
    )
    .map(parts => parts.join('')),
);
