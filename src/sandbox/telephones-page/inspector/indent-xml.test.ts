import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indentXml, looksLikeXml } from './indent-xml.ts';

test('elements are indented by their depth, short ones stay on their line', () => {
  const xml =
    '<?xml version="1.0"?><Response><Gather numDigits="1"><Say>Press 1</Say><Pause/></Gather><Redirect>/x</Redirect></Response>';
  assert.equal(
    indentXml(xml),
    [
      '<?xml version="1.0"?>',
      '<Response>',
      '  <Gather numDigits="1">',
      '    <Say>Press 1</Say>',
      '    <Pause/>',
      '  </Gather>',
      '  <Redirect>/x</Redirect>',
      '</Response>',
    ].join('\n'),
  );
});

test('an element without a name length of its own, and what is no document at all', () => {
  assert.equal(indentXml('<A><b>x</b></A>'), '<A>\n  <b>x</b>\n</A>');
  assert.equal(indentXml('</A></A>'), '</A>\n</A>');
  assert.deepEqual(['<Response/>', ' <?xml?>', 'a < b', '{"a":1}'].map(looksLikeXml), [
    true,
    true,
    false,
    false,
  ]);
});
