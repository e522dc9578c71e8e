import type { ErrorCode } from '#contract/errors.ts';

export const errorsEn: Record<ErrorCode, string> = {
  'usage.unknown-command': 'There is no command “{command}”. Nothing was done. Run warraq --help to see the commands.',
  'usage.not-yet': 'The command “{command}” is known but not built in this version yet. Nothing was done; the archive is as it was.',
  'usage.missing': 'The command needs {what}. Nothing was done. Run warraq --help to see how it is written.',
  'usage.unexpected':
    'The command does not take “{word}”. Nothing was done. Words that belong together are put in quotation marks; warraq --help shows how it is written.',
  'usage.unknown-option':
    'The option “{option}” is not known here. Nothing was done. Run warraq --help to see the options; what is none and begins with a dash is written after --.',
  'usage.no-value': 'The option {option} lacks its value. Nothing was done. One that begins with a dash is written so: {option}=-1.',
  'usage.bad-value': '“{value}” does not fit the option {option}; it takes {allowed}. Nothing was done.',
  'archive.missing':
    'There is no archive at “{path}”. Nothing was changed. Make one with warraq init, or name another folder with --archive.',
  'archive.locked':
    'The archive “{path}” is open for writing in another program ({owner}). Nothing was changed. Close that program and try again.',
  'archive.too-new':
    'The archive “{path}” is in a newer format ({format}) than this version knows ({supported}). Nothing in it was touched. Update Warraq, then open it.',
  'archive.damaged':
    'The archive “{path}” could not be opened: {reason}. Nothing in it was deleted. Make a copy of the folder, then ask for help.',
  'archive.not-an-archive':
    'The folder “{path}” holds other files and is not an archive. Nothing in it was touched. Choose an empty folder.',
  'archive.read-only':
    'The archive “{path}” is open for reading only just now, so the change was not kept. What was kept before is safe. Close the other program, or open it again.',
  'archive.disk-full':
    'The disk that holds “{path}” is full, so this was not kept. All that was kept before is safe. Free some space and try again.',
  'archive.disk-error':
    'The disk refused to read or write in “{path}” ({reason}), so this was not done. All that was reported kept before is safe. Check the disk, then try again.',
  'archive.purge-unfinished':
    'The article is out of the archive “{path}”, but the disk did not allow all its traces to be erased from the journal. Erasing goes on at the next opening; check the disk, then open the archive.',
  'archive.index-damaged':
    'The index of the archive “{path}” was damaged and has been removed. The articles are safe, and the index is built from them again. Try again.',
  'archive.outcome-unknown':
    'The disk failed to confirm a write in “{path}”, so it is unknown whether the last act was kept. What came before is safe. Open the archive again and check the last change.',
  'act.overtaken':
    'Something else was done since, so this is no longer the act that can be undone or done again. Nothing was changed. Undo what followed first, or give the article an earlier revision from its history.',
  'annotation.missing':
    'This article has no note or highlight “{annotation}”; it may have been deleted. Nothing was changed. Open the article again to see what it has.',
  'annotation.no-such-text':
    '“{text}” does not stand at that place in the article; the text may have changed. Nothing was changed. Choose the words from the text as it is now.',
  'annotation.empty':
    'A note or a correction without words is not kept. Nothing was changed. Write the note or the right reading, then try again.',
  'item.missing': 'There is no article with the identifier “{id}”. Nothing was changed. Run warraq list to see the identifiers.',
  'item.ambiguous': 'The short identifier “{id}” fits more than one article. Nothing was changed. Write a longer one.',
  'item.no-such-revision':
    'The article “{id}” has no revision {revision}. Nothing was changed. List its revisions with history and choose one.',
  'item.conflict':
    'The article “{id}” has changed since you read it, so your edit was not kept. The kept version is safe. Read it again, then edit.',
  'item.bad-field': 'There is no field “{field}” that can be edited. Nothing was changed.',
  'item.bad-value': '“{value}” does not fit the field “{field}”. Nothing was changed. Correct it and try again.',
  'item.bad-date':
    '“{value}” is not understood as a date in the field “{field}”, or the calendar has no such day. Nothing was changed. Examples: 2024-05-04, 2024-05, 2024, May 2024, 4 محرم 1445.',
  'item.bad-language':
    '“{value}” is neither a known language nor a tag that fits the field “{field}”. Nothing was changed. Write its name, or its tag as in BCP 47, such as ar for Arabic, fa for Persian or en-GB.',
  'original.missing':
    'The original file of the article “{id}” is not in the archive. The text of the article is safe. Bring the file back from a backup.',
  'original.damaged':
    'The original file of the article “{id}” no longer has its recorded digest. The text of the article is safe. Bring the file back from a backup.',
  'capture.unreadable': '“{path}” could not be read ({reason}). The file was not touched. Check that you may read it, then try again.',
  'capture.missing': 'There is no file at “{path}”. Nothing was imported from it. Check the path.',
  'capture.not-a-file':
    '“{path}” is not an ordinary file (a device, pipe or socket), so it was not read. Copy its content into a file and import that.',
  'capture.empty': 'The file “{path}” is empty, there is no text in it, so it was not kept. The file was not touched.',
  'capture.binary':
    'The file “{path}” is not text but binary data, so it was not kept. The file was not touched. Save it as text, then import it.',
  'capture.invalid-encoding':
    'The file “{path}” is not sound {encoding} text: the first fault is at byte {offset}. The file was not touched. Name its encoding with --encoding.',
  'capture.unknown-encoding':
    'The encoding “{encoding}” is not known, so “{path}” was not read. The file was not touched. A known one is windows-1256.',
  'capture.too-large':
    'The file “{path}” is too large ({megabytes} MB, the limit is {limit} MB), so it was not kept. The file was not touched. Split it and import the parts.',
  'capture.line-too-long':
    'The file “{path}” has a single line of {characters} characters (the limit is {limit}); that is not a written article. The file was not touched. Break its lines, then import it.',
  'capture.unknown-format':
    'The format “{format}” is not known, so “{path}” was not read. The file was not touched. Run warraq formats to see the formats.',
  'capture.no-text':
    'No article text was found in “{path}”, so it was not kept. The file was not touched. If it is a page: scripts are never run, and what they would build has no text; save the page with its content, then import it. If it is anything else, see whether it is whole.',
  'capture.damaged':
    'The file “{path}” could not be read as {format}: it is damaged or cut short. Nothing of it was kept and the archive is as it was. Fetch the file again; if it is sound, it may be of another format, which the command line takes as --as.',
  'capture.nested':
    '“{path}” is an archive inside an archive, so it was not opened. The rest is safe. Unpack it yourself, then import what is in it.',
  'capture.unsafe-name':
    '“{path}” names a place outside its archive or is a link, so it was not read. Nothing was written there. If you trust it, unpack it yourself and import the files.',
  'capture.bomb':
    '“{path}” unpacks to more than {times} times its packed size, which no text does, so it was stopped. The archive is as it was. If you trust it, unpack it yourself and import what you need.',
  'capture.unpacks-too-large':
    '“{path}” unpacks, with what came before it, to more than is read of one file ({limit} MB), so it was stopped. The archive is as it was. Unpack it yourself and import what you need.',
  'capture.too-many-parts':
    '“{path}” holds more than {limit} parts, so it was not opened. The archive is as it was. Divide it and import the parts.',
  'capture.unknown-packing':
    '“{path}” is packed in a way that is not known here (method {method}), so it was not read. The rest is safe. Unpack it yourself, then import it.',
  'capture.protected':
    '“{path}” is protected by a password, so it was not read. The file was not touched. Save it without the password, then import it.',
  'capture.newer':
    '“{path}” was written by a newer version of the program (schema {version}; this one reads up to {known}), so it was not kept. The file was not touched. Update the program, then import it.',
  'capture.wrong-types':
    '“{path}” has fields whose values are of the wrong type: {fields}. Nothing of it was kept; the rest is safe. Mend them in the file, or name others with --column.',
  'capture.no-such-column': '“{path}” has no column “{column}”, so it was not kept. The file was not touched. Its columns: {known}.',
  'capture.no-columns':
    'No column of “{path}” is known to hold titles or texts, so it was not kept. The file was not touched. Name the columns title and text (or العنوان and النص) in its first row, or say which is which: --column title=NAME --column body=NAME.',
  'watch.inside-archive':
    'The folder “{path}” is part of the archive itself, so it is not watched. Nothing was changed. Choose a folder outside the archive.',
  'rules.not-json':
    'The rules “{path}” are not sound JSON ({reason}), so they were not taken. The archive and its other rules are as they were. Correct the file, then try again.',
  'rules.bad-field':
    'In the rules “{path}” the field “{field}” is not as it should be ({reason}), so they were not taken. The archive and its other rules are as they were. docs/rules.md says what each field holds.',
  'rules.missing': 'There are no rules named “{name}”. Nothing was changed. Run warraq rules list to see the names.',
  'export.unknown-format': 'There is no export format “{format}”. Nothing was written. The known formats: {known}.',
  'export.nothing': 'No article fits what was asked, so no file was written. The archive is as it was. Widen the choice and try again.',
  'export.unwritable': '“{path}” could not be written ({reason}). No partial file was left and the archive is safe. Choose another place.',
  'tag.merge-expired':
    'This merge can no longer be taken back here: the program was closed since, or many merges followed. Nothing was changed. Give each article its earlier revision from its history.',
  'export.expired': 'The exported file is no longer held. The archive is safe. Export it again.',
  'face.unknown': 'There is no typeface “{face}”. Nothing was written. The known typefaces: {known}.',
  'face.not-truetype':
    '“{name}” is not a whole TrueType face (.ttf), so it was not added. The other faces are as they were. Choose the .ttf file of the face.',
  'face.may-not-embed':
    'The maker of “{name}” does not allow it to be embedded in documents, so it was not added. The other faces are as they were. Choose a face whose licence allows it.',
  'face.lacks-letters':
    '“{name}” lacks these of Arabic: {letters}. It was not added and the other faces are as they were. Choose a face with all letters of Arabic.',
  'face.text-lost':
    'Text was set in “{name}”, and these words could not be read back from it: {words}. It was not added and the other faces are as they were. Choose another face.',
  'search.empty': 'There is no word in the query to search for. Nothing was changed. Write at least one word.',
  'search.unclosed-quote': 'The quotation mark {piece} (character {place}) is not closed. Nothing was searched. Close it or take it out.',
  'search.unclosed-group': 'The bracket {piece} (character {place}) is not closed. Nothing was searched. Close it or take it out.',
  'search.stray-bracket':
    'The bracket {piece} (character {place}) closes nothing. Nothing was searched. Take it out or open one before it.',
  'search.missing-operand':
    '{piece} (character {place}) has no word to work on. Nothing was searched. Write what it joins, or put it in quotation marks to search for it.',
  'search.star-inside':
    'The asterisk in {piece} (character {place}) is not at the end of a word. Nothing was searched. Write how the word begins, then the asterisk.',
  'search.bad-distance': '{piece} (character {place}) has a number after ~ that does not fit. Nothing was searched. Write ~1 or ~2.',
  'search.bad-date':
    '{piece} (character {place}) could not be read as a date. Nothing was searched. Examples: 2013, 2013-05..2014, رجب 1434, 1434هـ.',
  'search.bad-value': 'The field {field} does not know {piece} (character {place}). Nothing was searched. It takes {allowed}.',
  'search.empty-field':
    'There is nothing after {piece} (character {place}). Nothing was searched. Write the value after the colon, without a space.',
  'search.too-deep':
    'The brackets at {piece} (character {place}) are nested deeper than {limit}. Nothing was searched. Simplify the query.',
  'search.too-long':
    'There are more than {limit} words in the query; {piece} (character {place}) is the first too many. Nothing was searched. Shorten it.',
  'serve.port-taken':
    'The port {port} is in use by another program, so the interface was not opened. The archive is safe. Choose another with --port.',
  'serve.not-built': 'The interface is not built at “{path}”. The archive is safe. Run npm run build, then try again.',
};
