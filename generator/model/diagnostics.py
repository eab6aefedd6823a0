"""The table of all diagnostics: code, severity, message and hint of every problem that can be reported."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generator.model.span import Span


class Severity(StrEnum):
    """Severity of a diagnostic: an error stops publication of the whole site, a hint never stops anything."""

    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True)
class Kind:
    """Definition of one code: its severity, and its message and hint as format strings."""

    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True)
class Diagnostic:
    """A problem that was found: what is wrong, where, and what to do about it."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str


def _error(message: str, hint: str) -> Kind:
    return Kind(Severity.ERROR, message, hint)


def _hint(message: str, hint: str) -> Kind:
    return Kind(Severity.HINT, message, hint)


KINDS: Final = MappingProxyType(
    {
        # Files
        "no-briefings": _error(
            "There is no folder of briefings here.",
            "Run the command in the project's root, or name it with --root.",
        ),
        "missing-file": _error(
            "This file is missing.",
            "Every briefing needs a briefing.yml; git status tells what was left out.",
        ),
        "empty-file": _error("This file is empty.", "Write its content, or remove the file."),
        "empty-article": _error(
            "This article has no text.",
            "Put the article's text below its front matter, or withdraw the article.",
        ),
        "not-utf-8": _error(
            "The byte {byte} here is not UTF-8.",
            "Save the file as UTF-8; an editor calls it the file's encoding.",
        ),
        "control-character": _error(
            "The character {character} stands here, and belongs in no text.",
            "Remove it; it often comes with pasted text.",
        ),
        "windows-character": _error(
            "The character {character} stands here, and belongs in no text; in Windows-1252 it is {meant} "
            "({number}).",
            "Write {meant} in its place where that was meant; to remove it could join words or lose a mark.",
        ),
        "misread-character": _error(
            "{characters} stand here: {meant} ({number}), read in another encoding than UTF-8.",
            "Write {meant} in their place; where more is wrong, get the text anew, as UTF-8.",
        ),
        "lone-carriage-return": _error(
            "{lines} with a carriage return alone (U+000D), as on an old Mac.",
            "Save the file with LF as line ends; to remove the character would join the lines.",
        ),
        "old-line-break": _error(
            "The character {character} stands here, an old word processor’s line or page break.",
            "Write an ordinary line break in its place; to remove it would join what it parts.",
        ),
        "line-separator": _error(
            "This text holds an invisible line separator (U+2028 or U+2029).", "Use an ordinary line break."
        ),
        "link": _error(
            "{link} is a link; only real files and folders are read.", "Put the file itself in its place."
        ),
        "not-a-file": _error("This is not a regular file.", "Put a text file in its place."),
        "not-a-folder": _error("This is not a folder.", "Put a folder with the articles in its place."),
        "too-large": _error(
            "This file has {size} bytes; at most {most} are read.",
            "Split it, or keep only the text that is needed.",
        ),
        "unreadable": _error("This file cannot be read: {reason}.", "Check that it exists and may be read."),
        "stray-file": _error("Nothing reads this.", "Only {belongs} belong here; move or rename it."),
        "not-imported": _error(
            "A web page or a PDF is no article.",
            "Make one of it with 'python -m generator import {slug} {path}', then move this file elsewhere.",
        ),
        "article-of-markup": _error(
            "{what} stands here, and would be shown as the article's words.",
            "Move the file out of the folder, and make an article of its text: "
            "'python -m generator import {slug} FILE'.",
        ),
        "invalid-slug": _error("'{text}' cannot be part of an address.", "It must be {rule}. Rename it."),
        "slug-taken": _error(
            "The former address '{slug}' belongs to {path}.",
            "A former slug must be nobody's else; take it out.",
        ),
        "duplicate-article": _error(
            "There are two articles '{id}': this file and {other}.",
            "Rename one; the name is the article's id.",
        ),
        "front-matter-form": _error(
            "This looks like front matter, and would be read as the article's text.",
            "Front matter is the lines between two of three hyphens, ---, the first of which opens the file. "
            "If this is the article's own text, put two lines --- above it.",
        ),
        "front-matter-open": _error(
            "The front matter that begins here has no end.", "Close it with a line of three hyphens: ---"
        ),
        "settings-unreadable": _error(
            "The settings cannot be read: {reason}.", "MkDocs itself may tell more: python -m mkdocs build"
        ),
        # YAML
        "yaml-syntax": _error(
            "This is no YAML{while_}: {reason}.",
            "Look at this line and the one before; quote texts with marks in them.",
        ),
        "yaml-colon": _error(
            "A colon and a space in an unquoted text begin a new key.",
            'Put the whole text in straight quotation marks: "…".{curly}',
        ),
        "yaml-no-colon": _error(
            "This line is no text of the key above it, and has no colon after a key of its own.",
            "Write 'key: value', or indent what goes on with the text above.",
        ),
        "yaml-goes-on": _error(
            "The value on this line has ended, and something follows it.",
            "Put the whole text in quotation marks: \"…\", or '…' with each ' inside it doubled.{comma}",
        ),
        "yaml-first-character": _error(
            "An unquoted text cannot begin with '{character}'.", "Put the whole text in quotation marks."
        ),
        "yaml-key-of-text": _error(
            "In braces, '{text}' is read as a key without a value.",
            "Put the whole text in quotation marks; a comma or a brace ends it otherwise.",
        ),
        "yaml-escape": _error(
            "In double quotation marks a backslash begins a special character, and this is none.",
            "Use '…' for the text, or double the backslash.",
        ),
        "yaml-quote-open": _error(
            "The quotation mark that opens here is never closed, or too late.",
            "Close it at the end of the text, or put the whole text in quotation marks of the other kind.",
        ),
        "yaml-bracket-open": _error(
            "What this bracket opens breaks off on line {line}.",
            "Close it with ] or }}, and put one comma between two entries; "
            "or put the whole text in quotation marks, if it is one.",
        ),
        "yaml-indentation": _error("This line begins at a column that fits no line above it.", "{where}."),
        "block-shifted": _error(
            "What stands from here to line {last} begins further right than the entries from line {line} on.",
            "Move these lines to the left by {shift}, so that the hyphen stands in column {column}.",
        ),
        "too-far-right": _error(
            "'{key}' stands further right than '{above}' on line {line}, and so goes on with its text.",
            "Begin it in column {column}, as '{above}' does.",
        ),
        "not-indented": _error(
            "'{key}' stands beside '{above}' on line {line}, and seems to belong below it.",
            "Begin it, and what goes with it, in column {column}.",
        ),
        "not-a-space": _error(
            "{character} stands here, where YAML takes only a space.", "Write spaces in its place."
        ),
        "no-hyphen": _error(
            "'{sign}' begins no entry of a list; a hyphen and a space do.", "Write '{write}'."
        ),
        "glued": _error("Behind this {sign} a space is missing.", "Write '{write}'."),
        "conflict-marks": _error(
            "Git left two versions of the lines from here to line {line}.",
            "Keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        ),
        "comment-cuts-text": _error(
            "A comment cuts this text short: it reads '{text}'.",
            "Put the text in quotation marks, or the comment on a line of its own.",
        ),
        "duplicate-key": _error(
            "The key '{key}' stands here a second time; the first is on line {line}.",
            "Keep one, or join the two{how}.",
        ),
        "yaml-alias": _error(
            "'*{name}' is an alias to YAML, which repeats something; aliases are not read.",
            "Put the whole text in quotation marks, or write out what was to be repeated.",
        ),
        "yaml-anchor": _error(
            "'&{name}' is an anchor to YAML, and no part of the text.",
            "Put the whole text in quotation marks, or take the anchor out.",
        ),
        "yaml-merge": _error("'<<' merges another mapping in.", "Write the keys out; merges are not read."),
        "yaml-tag": _error(
            "'{tag}' is a tag to YAML, and values here have no types.",
            "Put the whole text in quotation marks, or take the tag out.",
        ),
        "yaml-key": _error(
            "A key must be a single word.", "Remove the brackets, or the question mark, before it."
        ),
        "second-document": _error(
            "A second document begins here.", "A file holds one; take the line --- out."
        ),
        "too-deep": _error(
            "This is nested more than {most} levels deep.", "No field needs that; look for a stray bracket."
        ),
        "too-many-values": _error("This file holds more than {most} values.", "Split the briefing."),
        # Fields
        "missing-field": _error("The field '{field}' is missing.", "Add it{holds}."),
        "unknown-key": _error("There is no field '{key}' here.", "{mean}Known here: {known}."),
        "empty-value": _error("'{field}' is empty.", "{write}"),
        "unquoted-value": _error(
            "Without quotation marks, {text} is {kind} to YAML, and not text.",
            'Put it in quotation marks: "{text}".',
        ),
        "wrong-type": _error("{what} must be {expected}, and is {found}.", "Write {shape}."),
        "unknown-value": _error("'{text}' is no value of '{field}'.", "{mean}Known: {expected}."),
        "too-long": _error("'{field}' has more than {most} {unit}.", "Shorten it."),
        "invalid-value": _error(
            "'{text}' is no value of '{field}': {reason}.", "schema/fields.md tells what it may be."
        ),
        "invalid-id": _error("'{text}' is no id.", "{write}It must be {rule}."),
        "invalid-date": _error(
            "The date '{text}' cannot be read: {reason}.",
            "Dates are EDTF: 2024-10-13, 2024-10, 2024-11-01~.",
        ),
        "empty-date": _error("This date says nothing.", "Give 'edtf', or 'as_stated', or both."),
        "date-in-words": _error(
            "“{text}” is an article's words for a date, and no date.",
            "Write {shape}.",
        ),
        "as-of-without-year": _error(
            "This date names no year, so nobody can tell up to when the briefing knows.",
            "Write the whole date: as_of: 2024-10-13.",
        ),
        "no-hint": _error(
            "'{text}' is no hint's code.",
            "{mean}The code stands in brackets behind a hint; errors can't be accepted.",
        ),
        "outside-unexplained": _error(
            "'outside' says that something other than the articles was used.",
            "Tell what, in 'inferred_from'.",
        ),
        "invalid-url": _error("'{text}' cannot be linked: {reason}.", "Write the full address: https://…"),
        "invalid-contact": _error(
            "Nobody can be reached at '{text}': {reason}.",
            "Write an e-mail address alone (corrections@example.org), or the address of a page (https://…).",
        ),
        "hidden-character": _error(
            "An invisible character, {character}, stands in this name.", "Type the name anew."
        ),
        "reliability-unexplained": _error(
            "A reliability letter needs its reason.", "Add 'reliability_reason'."
        ),
        "old-form": _error(
            "{what} is no longer written like this.",
            "{instead} 'python -m generator fix' moves an old file over.",
        ),
        "two-scales": _error(
            "This assessment has a likelihood and a confidence.",
            "Keep one; ICD 203 lets them share no sentence.",
        ),
        # References
        "duplicate-id": _error(
            "The {what} '{id}' stands on line {line} already.", "Give this one an id of its own."
        ),
        "reserved-id": _error(
            "'{id}' cannot be an actor's id.", "It has a meaning of its own as a speaker; take another."
        ),
        "actor-twice": _error(
            "The actor '{id}' is defined in {path}, line {line}, too.",
            "Keep one definition, or choose another id.",
        ),
        "unknown-id": _error("There is no {what} '{id}'.", "{mean}Check the spelling, or add it{where}."),
        "shared-name": _error(
            "'{name}' of '{id}' is a name of '{other}' too ({path}, line {line}).",
            "One name, one actor: drop it from one of them, or make it longer. "
            "Two persons of one name need a 'role' each, which readers then see.",
        ),
        "confusable-name": _error(
            "'{name}' of '{id}' looks like '{written}' of '{other}' ({path}, line {line}).",
            "Some letters may be of another alphabet; type the name anew.",
        ),
        "speaker-mixed": _error(
            "'{speaker}' cannot speak together with others.", "Make two claims, or name the speakers."
        ),
        "described-but-named": _error(
            "'described_as' goes with 'by: unnamed'; here the speaker is {by}.", "Take one of the two out."
        ),
        "cue-without-speaker": _error(
            "The cue '{cue}' attributes, but the speaker is the article itself.",
            "Name the speaker, or take the cue out.",
        ),
        "open-too-few": _error(
            "'by_open' names {count}: nothing is left open.",
            "Name all who may be saying it, two or more, or the speaker as 'by'.",
        ),
        "open-and-named": _error(
            "This quote has 'by' and 'by_open'.", "Take one out: who says it is known, or left open."
        ),
        "inferred-without-origin": _error(
            "'origin_inferred' gives a reason for an origin, and none is named.",
            "Name it as 'origin', or take the reason out.",
        ),
        "markup-in-text": _hint("“{markup}” would be shown as it stands: texts are plain.", "{way}"),
        "text-in-marks": _hint(
            "Quotation marks stand around the whole of this text, and readers would see them.",
            "Take them out; to YAML {mark} is no quotation mark.",
        ),
        "unknown-letter": _error(
            "'{written}' stands for the letter of the article '{id}', and there is no such article.",
            "{mean}Name an article of this briefing; '$$' is a dollar sign.",
        ),
        "letter-not-carried": _error(
            "'{written}' names the article '{id}', which carries {what}.",
            "Quote that article, or name another.",
        ),
        "replacement-circle": _error(
            "These replace each other: {way}.", "Name one that stands, or take 'replaced_by' out."
        ),
        "replaced-by-itself": _error(
            "'{id}' is replaced by itself.", "Name another that stands, or take 'replaced_by' out."
        ),
        "origin-circle": _error(
            "These origins derive from each other: {way}.", "One of them must be the first."
        ),
        "relation-to-itself": _error("'{id}' is related to itself.", "Name the other claim."),
        "relation-twice": _error(
            "'{kind}' with '{other}' is written on line {line} already.",
            "Write it once; it is shown on both claims.",
        ),
        "not-the-same-speaker": _error(
            "'{claim}' and '{other}' have different speakers.", "A later position is the same speaker's."
        ),
        "no-corroboration": _error(
            "This cannot corroborate: {reason}.",
            "Take the relation out; two articles are not two sources.",
        ),
        "reason-missing": _error(
            "Nothing says why these two were said separately.", "Add 'note' with the reason, for readers."
        ),
        "no-evidence": _error("The claim '{id}' has no quote.", "Add the words it rests on, or withdraw it."),
        "answer-missing": _error(
            "'{id}' is {status} without an answer.", "Add 'resolution' with its text and claims."
        ),
        "answer-to-open": _error(
            "'{id}' has an answer and is open.", "Make its status partly-answered or answered."
        ),
        "differ-without-kind": _error(
            "'{id}' says how accounts differ, and not of what kind the difference is.",
            "Add 'kind': contradicts, goes-further, scope or attribution.",
        ),
        "kind-without-differ": _error(
            "'{field}' tells of a difference, and this question has none.",
            "Add 'differ': how the accounts differ, in their words.",
        ),
        "ladder-of-other-kind": _error(
            "A ladder orders words that go further and further; this difference is of the kind '{kind}'.",
            "Make it goes-further, or take the ladder out.",
        ),
        "differ-not-quoted": _error(
            "“{words}” stands in no quote of the claims that this rests on ({claims}).",
            "{near}Copy the words of a quote, or name the claim that has them.",
        ),
        "differ-too-few": _error(
            "A difference needs two quotes at least; the claims of this one have {count}.",
            "Name the claims on which the accounts differ.",
        ),
        "ladder-not-quoted": _error(
            "“{words}” of the ladder stands in no quote of the claims that this rests on ({claims}).",
            "{near}Copy the words of a quote, or name the claim that has them.",
        ),
        "label-of-lede": _error(
            "The first line of the bottom line has a label.", "Take it out: the first line is the lede."
        ),
        "label-too-long": _error(
            "The label '{label}' has {words} words.",
            "Two at most, that read as one sentence with the text.",
        ),
        "rests-on-nothing": _error(
            "This names no claim to rest on.", "Name the claims, or take the sentence out."
        ),
        "rests-on-withdrawn": _error(
            "The claim '{id}' was withdrawn.", "Rest this on other claims, or change it."
        ),
        "no-scale": _error(
            "'{id}' has neither likelihood nor confidence.", "Say how likely, or how sure you are."
        ),
        "article-withdrawn": _error("The article '{id}' was withdrawn.", "Withdraw what rests on it."),
        # What an earlier revision had; only check --against looks
        "id-taken-away": _error(
            "The {what} '{id}' is gone, which {base} has.",
            "Put it back with 'withdrawn', its date and reason, so that its address tells them.",
        ),
        "id-renamed": _error(
            "The {what} '{id}' is gone, which {base} has; '{other}' says the same.",
            "Ids last: keep '{id}', or put it back as withdrawn, with 'replaced_by: {other}'.",
        ),
        "briefing-taken-away": _error(
            "The briefing '{slug}' is gone, which {base} has.",
            "Put it back with 'withdrawn'; if its folder was renamed, name it in 'former_slugs'.",
        ),
        # Quotes
        "quote-not-found": _error(
            "These words do not stand in {article}, nor anything like them.",
            "Check the article's id, and copy the words.",
        ),
        "quote-in-marks": _error(
            "These words stand in {article} without the quotation marks around them.",
            "Take the marks out; only straight ones may enclose a text in YAML.",
        ),
        "quote-differs": _error(
            "These words do not stand in {article}. Nearest, on line {line}, column {column}: “{nearest}”.",
            "What differs: {difference}. Copy the article's words exactly.",
        ),
        "quote-in-other-article": _error(
            "These words do not stand in {article}, but in {other}, line {line}, column {column}.",
            "Give them as a quote of the article '{id}'.",
        ),
        "quote-like-other-article": _error(
            "These words do not stand in {article}, nor anything like them. "
            "Nearest, in {other}, line {line}, column {column}: “{nearest}”.",
            "Copy them exactly, as a quote of the article '{id}'.",
        ),
        "quote-typed-otherwise": _error(
            "These words stand in {article}, but typed otherwise: line {line}, column {column}, “{passage}”.",
            "{ways}",
        ),
        "article-wrapped": _error(
            "A sentence goes on after the end of this line, where in .txt a paragraph ends; "
            "a quote reaches over it.",
            "Join the lines of each paragraph, or name the file {id}.md, where blank lines part paragraphs.",
        ),
        "quote-elided": _error(
            "“{dots}” in a quote stands for these dots alone, and they do not stand there in {article}.",
            "{way}",
        ),
        "quote-cuts-word": _error(
            "The quote {end} inside the word “{word}” ({path}, line {line}).", "Quote whole words."
        ),
        "quote-cuts-denial": _error(
            "The quote leaves out “{word}”, which turns its meaning ({path}, line {line}).", "Quote it too."
        ),
        "quote-cuts-character": _error(
            "The quote ends within a character that stands for several ({path}, line {line}).",
            "Quote all of it.",
        ),
        "quote-ambiguous": _error(
            "These words stand more than once in {article}: {places}.", "Add what decides: {ways}."
        ),
        "prefix-or-suffix-differs": _error(
            "These words stand in {article}, line {line}, but not after this prefix and before this suffix.",
            "Before them stands “{before}”, after them “{after}”.",
        ),
        "segments-across-paragraphs": _error(
            "These segments stand in different paragraphs (lines {lines}).",
            "Make each paragraph a quote of its own.",
        ),
        "segments-out-of-order": _error(
            "These segments do not follow each other in this order in {article}.",
            "Put them in the article's order.",
        ),
        "segment-repeats": _error(
            "The segment “{segment}” can be placed more than once (line {lines}).",
            "Make this segment longer.",
        ),
        "negation-left-out": _error(
            "Between these segments “{word}” is left out, in “{between}”.",
            "Quote it; without it they say something else.",
        ),
        "words-not-found": _error(
            "“{words}” is given as an article's words, and no article of the briefing has them.",
            "{near}Copy them exactly, or say it in a note.",
        ),
        "not-in-claims": _error(
            "The {kind} “{text}” occurs in none of the claims that this rests on ({claims}).",
            "Name the claim that has it, or take it out.",
        ),
        "translation-of-english": _error(
            "The site is in English, and so is {path}: nothing is translated.",
            "Take it out; or name the article's own language in its front matter, as 'language'.",
        ),
        # Articles as a whole, where mkdocs.yml sets a limit
        "coverage-too-low": _error(
            "Cited or set aside: {covered} of this article's {sentences} sentences. Asked for: {minimum} %.",
            "Cite the others, or set them aside with the reason: {first}.",
        ),
        "share-too-high": _error(
            "The site would show {shown} of this article's {words} words. Allowed: {maximum} %.",
            "Cite fewer of its sentences; 'rights: full' is for texts that may be shown whole.",
        ),
        # Hints
        "short-quote": _hint("This quote has {words} words.", "Fewer than five seldom show what is claimed."),
        "negation-after": _hint(
            "In the same sentence “{word}” stands after this quote: “{after}”.",
            "Check that the claim has it too; in this language a denial ends the sentence.",
        ),
        "negation-before": _hint(
            "In the same sentence “{word}” stands before this quote: “{before}”.",
            "Begin the quote at “{word}”, or check that the claim has it too.",
        ),
        "not-in-quote": _hint(
            "The {kind} “{text}” of this claim occurs in none of its quotes.",
            "Quote it, take it out, or declare it under 'inferred' with the reason.",
        ),
        "inferred-not-in-text": _hint(
            "“{text}” does not stand in the claim's text, so nothing was inferred.",
            "Copy the words of the text that were inferred, or take this out.",
        ),
        "inferred-needless": _hint(
            "“{text}” stands in the claim's quotes and needs no inference.", "Take this out."
        ),
        "no-attribution-nearby": _hint(
            "Near the passage in {path}, line {line}, nothing attributes it to {speaker}.",
            "The article's own prose is 'by: article'; what somebody else passes on needs 'via'. If it may "
            "stand as it is, say why: accept: {{no-attribution-nearby: …}}.",
        ),
        "speaker-not-quoted": _hint(
            "Near the passages of this claim stand others who say it, and not {speaker}.",
            "Quote where {speaker} says it too, or take it out of 'by'.",
        ),
        "cue-not-near": _hint(
            "The words “{words}” stand neither in the sentence of the passage nor next to it.",
            "Copy the article's own words into '{field}', or take them out.",
        ),
        "class-of-other-cue": _hint(
            "The verb “{cue}” is set, and a class that is not its own: {modality}; its own is {own}.",
            "Set the verb that the article has, and leave 'modality' out: it follows from the verb.",
        ),
        "given-to-somebody": _hint(
            "The article gives these words to somebody: “{words}”.",
            "Write who says it, or 'unnamed' where the article names nobody. If they are its own all the "
            "same, say why: accept: {{given-to-somebody: …}}.",
        ),
        "voice-in-marks": _hint(
            "The passage in {path}, line {line}, stands in quotation marks: somebody says it.",
            "Name the speaker, or 'unnamed' if the article doesn't.",
        ),
        "text-without-speaker": _hint(
            "This claim's text opens with no name, alias or role of {speaker}.",
            "Open with who says it, as in “{opening} that …”; else the site sets the name before it.",
        ),
        "line-names-nobody": _hint(
            "This line names none of those who say it: {speakers}.",
            "Name one; '$x' is the letter of the article x, for what it says itself.",
        ),
        "label-missing": _hint(
            "This line of the bottom line has no label.",
            "Add 'label', two words at most, that read as one sentence with the text.",
        ),
        "line-too-long": _hint("This {what} has {words} words.", "A reader in a hurry takes in 30."),
        "line-is-a-question": _hint(
            "All claims of this line are those of the question '{id}', which says how accounts differ on it.",
            "Leave it to the question, which stands beside the bottom line; or say why it stands here too: "
            "accept: {{line-is-a-question: …}}.",
        ),
        "bottom-line-too-long": _hint(
            "The bottom line has {words} words.", "Up to 130 are read; leave the rest to the claims."
        ),
        "title-not-in-claims": _hint(
            "The {kind} “{text}” of the title occurs in none of the claims of the bottom line.",
            "Take it out, or let the bottom line rest on the claim that has it.",
        ),
        "differ-too-long": _hint(
            "This has {sentences} sentences.", "Two say how accounts differ; the quotes have the rest."
        ),
        "shared-wording": _hint(
            "{words} words in a row{of} stand in {path}, line {line}, too: “{text}”.",
            "Both may draw on one text. Where an article tells which, declare it as the origin; else say in "
            "this article's front matter that it was seen: accept: {{shared-wording: …}}.",
        ),
        "translation-differs": _hint(
            "This translation and its quote differ: {differences}.",
            "Mend the translation; where both say the same in other words, leave it.",
        ),
        "language-not-read": _hint(
            "Of articles in this language ({name}), {missing} are not read.",
            "Check by hand what the checks of English articles would tell, and compare the translations.",
        ),
        "weekday-differs": _hint(
            "{date} is a {weekday}, and “{stated}” names another day.",
            "Mend the date; if the article errs, say so in a note.",
        ),
        "accepted-for-nothing": _hint(
            "The hint '{hint}' is accepted here, and nothing gives it.", "Take it out."
        ),
        "unused-origin": _hint(
            "No claim names the origin '{id}'.", "Name it where it is known, or take it out."
        ),
        "unused-article": _hint(
            "No claim quotes this article.",
            "Quote it, set aside its sentences with the reason, or take it out.",
        ),
        "unused-actor": _hint("No entry names the actor '{id}'.", "Take it out if it is not needed."),
    }
)


HINTS: Final = tuple(code for code, kind in KINDS.items() if kind.severity is Severity.HINT)
"""Codes of the hints."""


def problem(code: str, span: Span, **words: object) -> Diagnostic:
    """Makes the diagnostic ``code`` at ``span``, with ``words`` filled into its message and hint.

    Raises:
        KeyError: the code or one of its words is missing from the table, which is a bug of ours.
    """
    kind = KINDS[code]
    return Diagnostic(code, kind.severity, span, kind.message.format(**words), kind.hint.format(**words))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns the opening of a hint that names the nearest of the ``known`` words, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'? " if near else ""


_OF_ONE_CAUSE: Final = frozenset(["invalid-id", "unknown-id", "unquoted-value"])


def together(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Tells once what one mistake makes wrong in several places of a file: an id that is none, or of nothing.

    The first of them names the lines of the others.
    """
    alike: dict[tuple[object, ...], list[Diagnostic]] = {}
    for diagnostic in in_order(diagnostics):
        own = () if diagnostic.code in _OF_ONE_CAUSE else (diagnostic.span,)
        alike.setdefault((diagnostic.code, diagnostic.span.path, diagnostic.message, *own), []).append(
            diagnostic
        )
    return [
        replace(first, hint=f"{first.hint} The same on {_lines(others)}.") if others else first
        for first, *others in alike.values()
    ]


def _lines(diagnostics: Iterable[Diagnostic]) -> str:
    numbers = list(dict.fromkeys(str(diagnostic.span.line) for diagnostic in diagnostics))
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Selects the diagnostics that stop publication."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorts by place, code and message; equal diagnostics are kept once."""
    return sorted(
        set(diagnostics), key=lambda diagnostic: (diagnostic.span, diagnostic.code, diagnostic.message)
    )
