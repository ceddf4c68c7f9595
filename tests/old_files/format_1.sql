-- A plan as the invented format 1 wrote it: an achievement had done_on, challenge and outcome.
PRAGMA application_id = 1280330830;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE "profile" (id TEXT PRIMARY KEY, name TEXT, target_share TEXT, digest BLOB NOT NULL) STRICT;
INSERT INTO "profile" VALUES ('profile-1', 'Ann Example', '{"change":20,"run":30,"transform":50}',
  X'37915541cf9d07df9fa897fcff747876358e2a907443b751c221deff5861d66f');
CREATE TABLE "person" (id TEXT PRIMARY KEY, name TEXT, influence INTEGER, change_agent INTEGER, digest BLOB NOT NULL) STRICT;
INSERT INTO "person" VALUES ('person-1', 'Zoë Ŵyn & Sons <zoe>', 4, 1,
  X'635adbd45e4d87efd3376ea9e858192d75454f7cfe8af812b327c6ba6b23b2dd');
CREATE TABLE "achievement" (id TEXT PRIMARY KEY, title TEXT, done_on TEXT, people TEXT, challenge TEXT, outcome TEXT, private INTEGER, digest BLOB NOT NULL) STRICT;
INSERT INTO "achievement" VALUES ('story-1', 'Cut the queue', '2024-05', '["person-1"]', 'A queue round the block', 'Nobody waits longer than a day', 0,
  X'e85d9beb16f59e4838a7c25070ae30e9dd771941382b2a812631e476dd0613d8');
INSERT INTO "achievement" VALUES ('story-2', 'Closed a data centre', NULL, NULL, NULL, NULL, 1,
  X'cec4f1833fa7c3d4231afffc6c902e9e28f1cbc3e0886a54c232b80a252dd536');
CREATE TABLE "measure" (id TEXT PRIMARY KEY, of TEXT, name TEXT, baseline REAL, digest BLOB NOT NULL) STRICT;
INSERT INTO "measure" VALUES ('measure-1', 'story-1', 'Days of waiting', 21.5,
  X'e808bbb65b2260b5423fdbf94db64bb1ead87b7bc3ac47eec375f6e37911055e');
CREATE TABLE "step" (id INTEGER PRIMARY KEY, at TEXT, label TEXT, by TEXT, format INTEGER, kind TEXT, of INTEGER, undone INTEGER, digest BLOB NOT NULL) STRICT;
INSERT INTO "step" VALUES (1, '2024-06-01T08:00:00.000000Z', '{"id": "New plan"}', '', 1, 'begin', NULL, 0,
  X'fb6d052780493be28fd17af6c9d562edbd1f89c74068323f3202fd5ac3ed867d');
INSERT INTO "step" VALUES (2, '2024-06-01T08:01:00.000000Z', '{"id": "Add {name}", "args": {"name": "Cut the queue"}}', '', 1, 'edit', NULL, 0,
  X'a5dbefe4b4f8cac8824aaf8291e8b9b0f4e1968def888c04204783152d50ce02');
INSERT INTO "step" VALUES (3, '2024-06-01T08:02:00.000000Z', '{"id": "Change {name}", "args": {"name": "Cut the queue"}}', '', 1, 'edit', NULL, 0,
  X'959128b519e0d87217e80bffc8e9e945d3a1145b683838d0581d643cdcd9ccb0');
INSERT INTO "step" VALUES (4, '2024-06-01T08:03:00.000000Z', '{"id": "Remove {name}", "args": {"name": "Bought servers"}}', '', 1, 'edit', NULL, 0,
  X'8c924288d58f18ea77ba043597d8fd8eff6802b6108e2dd5d8dfb3fc06e993d1');
INSERT INTO "step" VALUES (5, '2024-06-01T08:04:00.000000Z', '{"id": "Change {name}", "args": {"name": "Cut the queue"}}', '', 1, 'edit', NULL, 1,
  X'199bd307bb2de6b29a0c9c884c92bb52cb95f8558e72406e0736d867a792800c');
INSERT INTO "step" VALUES (6, '2024-06-01T08:05:00.000000Z', '{"id": "Change {name}", "args": {"name": "Cut the queue"}}', '', 1, 'undo', 5, 0,
  X'c79b16aa0a95bab1e86b3b98c92954f46a3dd1d6573b2100d7608f0486217e52');
CREATE TABLE "change" (step INTEGER, n INTEGER, "table" TEXT, record TEXT, before TEXT, after TEXT, digest BLOB NOT NULL, PRIMARY KEY (step, n)) STRICT;
INSERT INTO "change" VALUES (2, 0, 'achievement', 'story-1', NULL, '{"people":["person-1"],"private":false,"title":"Cut the queue"}',
  X'9b02e188a4149bff1538071f618217f83b6a6383bcf82ca58225d756f2fb59f5');
INSERT INTO "change" VALUES (3, 0, 'achievement', 'story-1', '{"challenge":null,"done_on":null,"outcome":null}', '{"challenge":"A queue round the block","done_on":"2024-05","outcome":"Nobody waits longer than a day"}',
  X'6b53ead21fd4ebe27b501e16db3a66c17e7434da7f11e52bbe8e00a76160c444');
INSERT INTO "change" VALUES (4, 0, 'achievement', 'story-0', '{"outcome":"They were fast","private":false,"title":"Bought servers"}', NULL,
  X'0df5c725e31a741df42d53fdf0316efcb3afc5de10abb6b2a141b0e8859fe2b4');
INSERT INTO "change" VALUES (5, 0, 'achievement', 'story-1', '{"outcome":"Nobody waits longer than a day"}', '{"outcome":"Nobody waits"}',
  X'1597366a1a4e8fdbe1ce3bfb4deb8af8df52bca8f3c88ad9d93b7c96d4508a3c');
CREATE TABLE "draft" (record TEXT, field TEXT, at TEXT, text TEXT, digest BLOB NOT NULL, PRIMARY KEY (record, field)) STRICT;
INSERT INTO "draft" VALUES ('story-2', 'done_on', '2024-06-01T08:06:00.000000Z', '"May 24"',
  X'624cb116fc333b31b3fa8bc7f95652afdce19ee31918ece56edd6c7021c1c485');
INSERT INTO "draft" VALUES ('gone-1', 'done_on', '2024-06-01T08:07:00.000000Z', '"x"',
  X'c3afbd82465eb73400b66ba239cfb86316f315602d868162f7dea2f996859d66');
CREATE TABLE meta (name TEXT PRIMARY KEY, count INTEGER, sum BLOB) STRICT;
INSERT INTO meta VALUES ('profile', 1,
  X'37915541cf9d07df9fa897fcff747876358e2a907443b751c221deff5861d66f');
INSERT INTO meta VALUES ('person', 1,
  X'635adbd45e4d87efd3376ea9e858192d75454f7cfe8af812b327c6ba6b23b2dd');
INSERT INTO meta VALUES ('achievement', 2,
  X'b7228d6e569d621c5bc2c24cdd3e5f880668e50518b394d5e8649c810233e90e');
INSERT INTO meta VALUES ('measure', 1,
  X'e808bbb65b2260b5423fdbf94db64bb1ead87b7bc3ac47eec375f6e37911055e');
INSERT INTO meta VALUES ('step', 6,
  X'a4a349fbea75996c243612cfd23d13babade01928e64865861df001502b5b35e');
INSERT INTO meta VALUES ('change', 4,
  X'29e3c9eac1528bdb6683b52f7ad978af4ce11ae5407e535dbb31057dae4c8b29');
INSERT INTO meta VALUES ('draft', 2,
  X'25fc6e994291f265b4b0f76a33260b12f3d4b443469f6e4866bc0f69b84761eb');
CREATE TABLE indexed (n INTEGER PRIMARY KEY, record TEXT, "table" TEXT) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (title, text);
COMMIT;
