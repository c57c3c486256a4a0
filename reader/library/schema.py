"""The library's tables as one commented SQL text, and the numbered steps from older libraries to this one.

Times are whole microseconds since 1970 in UTC. A library remembers in `user_version` which step it stands at; a
step is never changed once it has been released, a new one is added below it.
"""

from __future__ import annotations

import re

# "nwsr" as a number: tells our file from any other SQLite file.
APPLICATION_ID = 0x6E777372

# The lower bits of a version's id number the versions of one entry; above them stands the entry's own id.
VERSION_BITS = 20

# Raised whenever `text.fold` or `text.words` give another result for the same text: the index is then made anew.
FOLDING = 1

# Reasons for which an entry is not shown, as bits of `entries.hidden`.
SNOOZED, MUTED, TRASHED, FILTERED = 1, 2, 4, 8

_FIRST = """
-- Small facts about the library itself: its own id, which folding the index was made with, when it was last copied.
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Where entries come from. `state` is JSON that belongs to whoever fetches (etag, last-modified, failures, interval).
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    folder TEXT,
    outcome TEXT,
    checked INTEGER,
    muted INTEGER,                       -- until when its entries are not shown; NULL once that is over
    keep_days INTEGER,                   -- keep-for rules: NULL keeps everything
    keep_count INTEGER,
    removed INTEGER,                     -- when the person removed it; the row stays for undo
    state TEXT NOT NULL DEFAULT '{}'
);

-- One row an article: all that the list shows, and nothing that is long.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: acts and exports go by it
    source_id INTEGER NOT NULL,
    moment INTEGER NOT NULL,             -- seconds: what "newest" goes by (published, else added; never in the future)
    docid INTEGER NOT NULL,              -- the row of the index: the moment in tens of seconds, counted up until unique
    hidden INTEGER NOT NULL DEFAULT 0,   -- bits: 1 snoozed, 2 muted, 4 in the trash, 8 by a filter
    read INTEGER,
    starred INTEGER,
    passages INTEGER NOT NULL DEFAULT 0, -- kept by triggers, as are tags
    tags TEXT NOT NULL DEFAULT '',       -- sorted, parted by newlines
    version INTEGER NOT NULL DEFAULT 1,  -- the newest one
    edited INTEGER NOT NULL DEFAULT 0,   -- changed by the publisher since it was read
    words INTEGER NOT NULL DEFAULT 0,
    published INTEGER,
    added INTEGER NOT NULL,
    until INTEGER,                       -- snoozed until
    trashed INTEGER,
    title TEXT NOT NULL,
    publisher TEXT,
    byline TEXT NOT NULL DEFAULT '',     -- parted by newlines
    url TEXT,
    language TEXT,
    position TEXT,                       -- JSON: part, index, start, end
    preview TEXT,
    failure TEXT,                        -- why its full text could not be had
    sample TEXT
);
CREATE UNIQUE INDEX entries_docid ON entries(docid);
-- One index an order of the list. The list skips along them without touching the rows.
CREATE INDEX entries_newest ON entries(moment) WHERE hidden = 0;
CREATE INDEX entries_unread ON entries((read IS NULL), moment) WHERE hidden = 0;
CREATE INDEX entries_source ON entries(source_id, moment) WHERE hidden = 0;
CREATE INDEX entries_title ON entries(title COLLATE NOCASE, moment) WHERE hidden = 0;
CREATE INDEX entries_words ON entries(words, moment) WHERE hidden = 0;
CREATE INDEX entries_starred ON entries(moment) WHERE hidden = 0 AND starred IS NOT NULL;
CREATE INDEX entries_marked ON entries(moment) WHERE hidden = 0 AND passages > 0;
CREATE INDEX entries_failed ON entries(moment) WHERE hidden = 0 AND failure IS NOT NULL;
CREATE INDEX entries_hidden ON entries(hidden, moment) WHERE hidden > 0;
CREATE INDEX entries_publisher ON entries(publisher) WHERE hidden = 0;
CREATE INDEX entries_asleep ON entries(until) WHERE until IS NOT NULL;

-- Every publisher that any entry has ever named, for asking `from:` without looking through the entries.
CREATE TABLE publishers (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER publisher_came AFTER INSERT ON entries WHEN NEW.publisher IS NOT NULL BEGIN
    INSERT OR IGNORE INTO publishers VALUES (NEW.publisher);
END;
CREATE TRIGGER publisher_changed AFTER UPDATE OF publisher ON entries WHEN NEW.publisher IS NOT NULL BEGIN
    INSERT OR IGNORE INTO publishers VALUES (NEW.publisher);
END;

-- Every name under which an entry is known: its address, a feed's id, a path. `key` is the first 63 bits of the
-- name's BLAKE2b; the name itself stands there only where it is not the entry's own address. Names of what was thrown
-- away for good stay with the entry 0, so that a feed that still lists it does not bring it back.
CREATE TABLE identities (key INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL, name TEXT);
CREATE INDEX identities_entry ON identities(entry_id);

-- Every version of every article, compressed. id = entry_id * 2^20 + number, so that no index is needed.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    fetched INTEGER NOT NULL,
    words INTEGER NOT NULL,
    body BLOB NOT NULL
);

CREATE TABLE entry_tags (id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL, tag TEXT NOT NULL, UNIQUE (tag, entry_id));
CREATE INDEX entry_tags_entry ON entry_tags(entry_id);

-- Marked passages. `name` is the id that travels in exports; `folded` is quote and note for searching.
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    entry_id INTEGER NOT NULL,
    quote TEXT NOT NULL,
    places TEXT NOT NULL,
    anchor TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'yellow',
    created INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'same',
    version INTEGER NOT NULL DEFAULT 1,
    folded TEXT NOT NULL DEFAULT ''
);
CREATE INDEX passages_entry ON passages(entry_id);

-- Summaries as they were made, under a key that says how; thrown away when the article changes.
CREATE TABLE summaries (entry_id INTEGER, key TEXT, body TEXT NOT NULL, PRIMARY KEY (entry_id, key)) WITHOUT ROWID;

CREATE TABLE searches (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, query TEXT NOT NULL);

-- What the person did. `instance` is who did it (undo takes back one's own), `machine` allows merging later.
CREATE TABLE acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    made INTEGER NOT NULL,
    instance INTEGER NOT NULL,
    machine TEXT NOT NULL,
    undone INTEGER
);
CREATE INDEX acts_standing ON acts(instance, id) WHERE undone IS NULL;
-- What an act changed. col '+': rows row..new came; '-': the row went and was `old` (JSON); '=': the entry got version
-- `new` and its row was `old` (JSON) before; else that column.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    act_id INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    col TEXT NOT NULL,
    old,
    new
);
CREATE INDEX changes_act ON changes(act_id);

-- Names as the articles spell them (folded), by the skeleton that spellings of one name share: for finding Zelensky
-- where Zelenskiy is written. Only ever added to; the index is what says where a word stands.
CREATE TABLE spellings (skeleton TEXT, word TEXT, PRIMARY KEY (skeleton, word)) WITHOUT ROWID;

-- Who has the library open, and who alone may do a thing now (an update, a backup).
CREATE TABLE instances (id INTEGER PRIMARY KEY AUTOINCREMENT, host TEXT NOT NULL, pid INTEGER NOT NULL,
                        born TEXT NOT NULL, opened INTEGER NOT NULL);
CREATE TABLE leases (name TEXT PRIMARY KEY, instance INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;

-- How far a file was imported, so that an interrupted import goes on.
CREATE TABLE imports (file TEXT PRIMARY KEY, line INTEGER NOT NULL, offset INTEGER NOT NULL, act_id INTEGER NOT NULL,
                      came TEXT NOT NULL) WITHOUT ROWID;

-- Counts that are never counted: by source and by UTC day of the moment.
CREATE TABLE source_counts (source_id INTEGER PRIMARY KEY, total INTEGER NOT NULL, unread INTEGER NOT NULL);
CREATE TABLE day_counts (day INTEGER PRIMARY KEY, total INTEGER NOT NULL, unread INTEGER NOT NULL);
CREATE TRIGGER entry_came AFTER INSERT ON entries WHEN NEW.hidden = 0 BEGIN
    INSERT INTO source_counts VALUES (NEW.source_id, 1, NEW.read IS NULL)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
    INSERT INTO day_counts VALUES (NEW.moment / 86400, 1, NEW.read IS NULL)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
END;
CREATE TRIGGER entry_went AFTER DELETE ON entries WHEN OLD.hidden = 0 BEGIN
    UPDATE source_counts SET total = total - 1, unread = unread - (OLD.read IS NULL) WHERE source_id = OLD.source_id;
    UPDATE day_counts SET total = total - 1, unread = unread - (OLD.read IS NULL) WHERE day = OLD.moment / 86400;
END;
CREATE TRIGGER entry_turned AFTER UPDATE OF read ON entries
WHEN OLD.hidden = 0 AND (OLD.read IS NULL) <> (NEW.read IS NULL) BEGIN
    UPDATE source_counts SET unread = unread + (NEW.read IS NULL) - (OLD.read IS NULL)
        WHERE source_id = OLD.source_id;
    UPDATE day_counts SET unread = unread + (NEW.read IS NULL) - (OLD.read IS NULL) WHERE day = OLD.moment / 86400;
END;
CREATE TRIGGER entry_moved AFTER UPDATE OF hidden, source_id, moment ON entries
WHEN (OLD.hidden = 0 OR NEW.hidden = 0)
     AND (OLD.hidden <> NEW.hidden OR OLD.source_id <> NEW.source_id OR OLD.moment <> NEW.moment) BEGIN
    UPDATE source_counts SET total = total - 1, unread = unread - (OLD.read IS NULL)
        WHERE OLD.hidden = 0 AND source_id = OLD.source_id;
    UPDATE day_counts SET total = total - 1, unread = unread - (OLD.read IS NULL)
        WHERE OLD.hidden = 0 AND day = OLD.moment / 86400;
    INSERT INTO source_counts SELECT NEW.source_id, 1, NEW.read IS NULL WHERE NEW.hidden = 0
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
    INSERT INTO day_counts SELECT NEW.moment / 86400, 1, NEW.read IS NULL WHERE NEW.hidden = 0
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
END;

-- All entries of a source are muted and heard again with it.
CREATE TRIGGER source_muted AFTER UPDATE OF muted ON sources WHEN (OLD.muted IS NULL) <> (NEW.muted IS NULL) BEGIN
    UPDATE entries SET hidden = (hidden & ~2) | (NEW.muted IS NOT NULL) * 2 WHERE source_id = NEW.id;
END;

CREATE TRIGGER tag_came AFTER INSERT ON entry_tags BEGIN
    UPDATE entries SET tags = (SELECT coalesce(group_concat(tag, char(10)), '') FROM
        (SELECT tag FROM entry_tags WHERE entry_id = NEW.entry_id ORDER BY tag)) WHERE id = NEW.entry_id;
END;
CREATE TRIGGER tag_went AFTER DELETE ON entry_tags BEGIN
    UPDATE entries SET tags = (SELECT coalesce(group_concat(tag, char(10)), '') FROM
        (SELECT tag FROM entry_tags WHERE entry_id = OLD.entry_id ORDER BY tag)) WHERE id = OLD.entry_id;
END;
CREATE TRIGGER passage_came AFTER INSERT ON passages BEGIN
    UPDATE entries SET passages = passages + 1 WHERE id = NEW.entry_id;
END;
CREATE TRIGGER passage_went AFTER DELETE ON passages BEGIN
    UPDATE entries SET passages = passages - 1 WHERE id = OLD.entry_id;
END;

-- The index: words that were folded and parted before, so that the tokenizer has only to cut at what is no letter.
-- Contentless (the text is in versions), and without positions within a column: 1,040 bytes an article of 2.4 KB
-- against 1,950 with them; phrases are checked on the text, which a search reads anyway for its snippets.
CREATE VIRTUAL TABLE terms USING fts5(title, byline, publisher, body, content = '', tokenize = 'ascii',
                                      detail = column);
"""

_SECOND = """
-- Texts that come from here on are compressed with zstd, which programs that know the first form cannot read.
INSERT OR REPLACE INTO facts VALUES ('packing', 'zstd');
"""

_FEEDS = """
-- What a person set for a feed, and what came with it from another reader. `address` never holds a password or a
-- token: where the feed needs one, `secret` is the whole address.
ALTER TABLE sources ADD COLUMN secret TEXT;
ALTER TABLE sources ADD COLUMN every INTEGER;                    -- minutes between two visits; NULL: as the feed says
ALTER TABLE sources ADD COLUMN full TEXT;                        -- whole articles: 'always', 'never'; NULL: found out
ALTER TABLE sources ADD COLUMN link TEXT;                        -- the site's own page
ALTER TABLE sources ADD COLUMN tags TEXT NOT NULL DEFAULT '';    -- parted by newlines
ALTER TABLE sources ADD COLUMN extras TEXT NOT NULL DEFAULT '';  -- JSON pairs: what other readers wrote into OPML

-- What a feed said of an entry when it was last read, as a digest, so that nothing is read twice. `shown` is 'page' or
-- 'feed' once the entry's own page was fetched too: whose text is shown.
CREATE TABLE fed (entry_id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, shown TEXT);

-- Files that come with an entry; `size` in bytes.
CREATE TABLE enclosures (entry_id INTEGER NOT NULL, number INTEGER NOT NULL, address TEXT NOT NULL, media_type TEXT,
                         size INTEGER, PRIMARY KEY (entry_id, number));

-- What was asked for while there was no network: kind 'full' (the entry `target`), 'update' (the source `target`)
-- or 'add' (the address `target`).
CREATE TABLE waiting (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, asked INTEGER NOT NULL,
                      UNIQUE (kind, target));

-- Rules on entries as JSON (filters.to_value); they hold in the order of their numbers.
CREATE TABLE rules (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
"""

_ROUGH = """
-- Entries of which only the list's row stands so far: the text is kept as the feed brought it (body.rough), and its words
-- are not in the index yet. `docid` is the entry's.
CREATE TABLE rough (docid INTEGER PRIMARY KEY);
"""

# Step N turns a library of version N - 1 into one of version N.
STEPS: tuple[str, ...] = (_FIRST, _SECOND, _FEEDS, _ROUGH)
NEWEST = len(STEPS)


def expected(form: int) -> frozenset[str]:
    """Every table, index and trigger that a library of a form has."""
    made = re.findall(r"CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX|TRIGGER) (\w+)", "".join(STEPS[:form]))
    return frozenset(made)
