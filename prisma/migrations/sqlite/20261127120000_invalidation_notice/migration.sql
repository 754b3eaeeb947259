-- On PostgreSQL a trigger tells whoever listens. SQLite has no such thing: its readers look every quarter of a second.
SELECT 1;
