-- 把登记册（合成数据）转为Parquet。已有Parquet文件的，不用这一步。
COPY (
  SELECT
    "编号",
    "所在区",
    CASE "经营许可证有效" WHEN '是' THEN true WHEN '否' THEN false END AS "经营许可证有效",
    CAST("距民用建筑距离" AS DECIMAL(18, 1)) AS "距民用建筑距离",
    CAST("上次检查日期" AS DATE) AS "上次检查日期"
  FROM read_csv('examples/15-duckdb-parquet/data/加油站.csv', header = true, all_varchar = true)
) TO 'examples/15-duckdb-parquet/generated/加油站.parquet' (FORMAT parquet);
