-- The newsroom's lists find articles by the words of their working copies too: those that are there already are indexed by
-- the next start (rebuildSearch).
INSERT INTO "Setting" ("key", "value") SELECT 'changes.rebuild', '{"afterId":0}' WHERE EXISTS (SELECT 1 FROM "WorkingCopy");
