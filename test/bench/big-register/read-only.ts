import { DuckDBInstance } from "@duckdb/node-api";

/** The baseline: DuckDB reads a file into a table, as anybody would have it do so, and nothing else. */
const file = process.argv[2]!;
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const from = performance.now();
await connection.run(`CREATE TABLE register AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}')`);
process.stderr.write(`took ${(performance.now() - from) / 1000}\n`);
