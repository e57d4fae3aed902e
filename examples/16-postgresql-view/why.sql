-- 没有准予配租的申请，取决于哪些词句。
SELECT result."编号", result."准予配租", basis."条款名称" AS "条款", basis."引文"
FROM "配租申请·结果" AS result
JOIN "配租申请·依据" AS basis ON basis."编号" = result."编号" AND basis."规则" = '准予配租'
WHERE result."准予配租" <> '成立'
ORDER BY result."编号", basis."起";
