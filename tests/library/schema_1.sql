-- A library file of schema 1, as the first release wrote it: two snapshots of one list, the second without ofac-2.
CREATE TABLE snapshot (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	list TEXT NOT NULL,
	ordering TEXT NOT NULL,
	published TEXT,
	title TEXT DEFAULT '' NOT NULL,
	publisher TEXT DEFAULT '' NOT NULL,
	regime TEXT DEFAULT '' NOT NULL,
	format TEXT DEFAULT '' NOT NULL,
	sha256 TEXT NOT NULL,
	declared INTEGER,
	partial INTEGER DEFAULT '0' NOT NULL,
	file TEXT DEFAULT '' NOT NULL,
	url TEXT DEFAULT '' NOT NULL,
	imported TEXT DEFAULT '' NOT NULL,
	entities INTEGER DEFAULT '0' NOT NULL,
	records INTEGER DEFAULT '0' NOT NULL,
	names INTEGER DEFAULT '0' NOT NULL,
	designations INTEGER DEFAULT '0' NOT NULL,
	links INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id)
)
 STRICT;
CREATE INDEX snapshot_by_list ON snapshot (list, ordering);
CREATE TABLE record (
	number INTEGER NOT NULL,
	list TEXT NOT NULL,
	entity TEXT NOT NULL,
	version INTEGER,
	gone INTEGER DEFAULT '0' NOT NULL,
	stale INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (number),
	CONSTRAINT record_by_source UNIQUE (list, entity)
)
 STRICT;
CREATE INDEX record_by_entity ON record (entity);
CREATE TABLE entity (
	id TEXT NOT NULL,
	caption TEXT NOT NULL,
	schema TEXT NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE name (
	number INTEGER NOT NULL,
	entity TEXT NOT NULL,
	name TEXT NOT NULL,
	"key" TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE INDEX name_by_entity ON name (entity);
CREATE TABLE programme (
	number INTEGER NOT NULL,
	entity TEXT NOT NULL,
	programme TEXT NOT NULL,
	start TEXT,
	until TEXT,
	ended INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE INDEX programme_by_tag ON programme (programme);
CREATE INDEX programme_by_entity ON programme (entity);
CREATE TABLE statement (
	kind TEXT NOT NULL,
	id TEXT NOT NULL,
	hash BLOB NOT NULL,
	body BLOB NOT NULL,
	current INTEGER DEFAULT '0' NOT NULL,
	holder TEXT DEFAULT '' NOT NULL,
	issue TEXT DEFAULT '' NOT NULL,
	day TEXT DEFAULT '' NOT NULL,
	imported TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (kind, id, hash)
)
 WITHOUT ROWID,
 STRICT;
CREATE INDEX statement_by_issue ON statement (kind, issue);
CREATE TABLE version (
	number INTEGER NOT NULL,
	record INTEGER NOT NULL,
	hash BLOB NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (number),
	CONSTRAINT version_by_hash UNIQUE (record, hash),
	FOREIGN KEY(record) REFERENCES record (number)
)
 STRICT;
CREATE TABLE member (
	record INTEGER NOT NULL,
	snapshot INTEGER NOT NULL,
	version INTEGER NOT NULL,
	PRIMARY KEY (record, snapshot),
	FOREIGN KEY(record) REFERENCES record (number),
	FOREIGN KEY(snapshot) REFERENCES snapshot (number),
	FOREIGN KEY(version) REFERENCES version (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE INDEX member_by_snapshot ON member (snapshot);
CREATE TABLE link (
	"end" TEXT NOT NULL,
	version INTEGER NOT NULL,
	PRIMARY KEY ("end", version),
	FOREIGN KEY(version) REFERENCES version (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE VIRTUAL TABLE name_index USING fts5(
        key, content='name', content_rowid='number', detail=none, columnsize=0, prefix='3 4'
    );
CREATE VIRTUAL TABLE name_word USING fts5vocab(name_index, 'row');
INSERT INTO "snapshot" VALUES (1, 'ofac-sdn@2025-01-01#d101ee1f', 'ofac-sdn', '2025-01-01 dated 000000001', '2025-01-01', 'Specially Designated Nationals', 'OFAC', 'US', 'ofac-csv', 'd101ee1ffb2c4a526b4a7ff5aac361053ebf0bb52364806e928a49f4cd59e783', NULL, 0, 'sdn.csv', '', '2025-02-03T00:00:00+00:00', 2, 2, 2, 2, 1);
INSERT INTO "snapshot" VALUES (2, 'ofac-sdn@2025-02-01#e3700f4b', 'ofac-sdn', '2025-02-01 dated 000000002', '2025-02-01', 'Specially Designated Nationals', 'OFAC', 'US', 'ofac-csv', 'e3700f4b51e345d94754bf45c599a0c02c5a6347c1b17c20dbe158b0d7fb54b8', NULL, 0, 'sdn.csv', '', '2025-02-03T00:00:00+00:00', 1, 1, 1, 1, 0);
INSERT INTO "record" VALUES (1, 'ofac-sdn', 'ofac-1', 1, 0, 0);
INSERT INTO "record" VALUES (2, 'ofac-sdn', 'ofac-2', 2, 1, 0);
INSERT INTO "entity" VALUES ('ofac-1', 'DERIPASKA, Oleg Vladimirovich', 'Person');
INSERT INTO "entity" VALUES ('ofac-2', 'EN+ GROUP PLC', 'Company');
INSERT INTO "name" VALUES (1, 'ofac-1', 'DERIPASKA, Oleg Vladimirovich', 'deripaska oleg vladimirovich');
INSERT INTO "name" VALUES (3, 'ofac-2', 'EN+ GROUP PLC', 'en group plc');
INSERT INTO "programme" VALUES (1, 'ofac-1', 'UKRAINE-EO13661', '2018-04-06', NULL, 0);
INSERT INTO "programme" VALUES (2, 'ofac-2', 'RUSSIA-EO14024', NULL, NULL, 1);
INSERT INTO "version" VALUES (1, 1, X'9fa687e8164bb541a01d7be7b8c0c646', X'7b226964223a226f6661632d31222c22736368656d61223a22506572736f6e222c2263617074696f6e223a22444552495041534b412c204f6c656720566c6164696d69726f76696368222c2276616c756573223a5b7b2270726f70223a226e616d65222c2276616c7565223a22444552495041534b412c204f6c656720566c6164696d69726f76696368227d5d2c2264657369676e6174696f6e73223a5b7b22726567696d65223a225553222c2270726f6772616d6d65223a22554b5241494e452d454f3133363631222c227374617274223a7b2274657874223a22323031382d30342d3036222c226561726c69657374223a22323031382d30342d3036222c226c6174657374223a22323031382d30342d3036227d7d5d7d');
INSERT INTO "version" VALUES (2, 2, X'a45942b25269c501a810e1823505baf6', X'7b226964223a226f6661632d32222c22736368656d61223a22436f6d70616e79222c2263617074696f6e223a22454e2b2047524f555020504c43222c2276616c756573223a5b7b2270726f70223a226e616d65222c2276616c7565223a22454e2b2047524f555020504c43227d5d2c2264657369676e6174696f6e73223a5b7b22726567696d65223a225553222c2270726f6772616d6d65223a225255535349412d454f3134303234227d5d2c226c696e6b73223a5b7b226b696e64223a224f776e657273686970222c227375626a656374223a226f6661632d31222c226f626a656374223a226f6661632d32227d5d7d');
INSERT INTO "member" VALUES (1, 1, 1);
INSERT INTO "member" VALUES (1, 2, 1);
INSERT INTO "member" VALUES (2, 1, 2);
INSERT INTO "link" VALUES ('ofac-1', 2);
INSERT INTO name_index(name_index) VALUES ('rebuild');
PRAGMA user_version = 1;
PRAGMA application_id = 1112688210;
