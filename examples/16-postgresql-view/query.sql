-- 每件申请按每条规则的结果，连同所依据的条款。
SELECT result."编号", rule."规则", rule."条款名称" AS "条款", answer."状态"
FROM "配租申请·结果" AS result
CROSS JOIN LATERAL (
  VALUES ('准予配租', result."准予配租"), ('优先选房', result."优先选房")
) AS answer ("规则", "状态")
JOIN "规则" AS rule ON rule."编号" = answer."规则"
ORDER BY result."编号", rule."条款";
