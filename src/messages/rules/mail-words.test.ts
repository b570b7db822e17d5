import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paragraphs } from './mail-words.ts';

test('paragraphs, lines and links', () => {
  assert.equal(
    paragraphs('Hello\nyou\n\nSee https://desk.example/a?b=1&c=2.'),
    '<p style="margin:0 0 16px">Hello<br>you</p><p style="margin:0 0 16px">See <a href="https://desk.example/a?b=1&amp;c=2">https://desk.example/a?b=1&amp;c=2</a>.</p>',
  );
});

test('no text can become a tag or an attribute', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', 'https://x.y/', '\n') }),
      (text) => {
        const rest = paragraphs(text).replaceAll(
          /<p style="margin:0 0 16px">|<\/p>|<br>|<a href="[^"<>]*">|<\/a>/gu,
          '',
        );
        assert.doesNotMatch(rest, /[<>"]/u);
      },
    ),
  );
});
