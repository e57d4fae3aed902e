-- 各区加油站按结果计数。
SELECT
  station."所在区",
  count(*) AS "加油站",
  count(*) FILTER (WHERE result."设置条件" = '符合') AS "符合设置条件",
  count(*) FILTER (WHERE result."设置条件" = '不符合') AS "不符合设置条件",
  count(*) FILTER (WHERE result."设置条件" = '未知') AS "设置条件未知",
  count(*) FILTER (WHERE result."重点检查" = '成立') AS "列入重点检查",
  count(*) FILTER (WHERE result."重点检查" = '未知') AS "重点检查未知"
FROM "加油站" AS station
JOIN "加油站·结果" AS result USING ("编号")
GROUP BY station."所在区"
ORDER BY min("编号");
