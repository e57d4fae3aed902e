-- 用读取Parquet的视图代替生成的空表，数据不必导入。列的名称和类型与 schema.sql 中的表相同。
DROP TABLE "加油站";
CREATE VIEW "加油站" AS
SELECT "编号", "所在区", "经营许可证有效", "距民用建筑距离", "上次检查日期"
FROM read_parquet('examples/15-duckdb-parquet/generated/加油站.parquet');

INSERT INTO "基准日" VALUES (DATE '2025-06-01');
